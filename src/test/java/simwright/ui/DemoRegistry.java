package simwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import simwright.acceptance.Judged;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.ResultActs;
import simwright.journal.Alarm;
import simwright.rollout.Certification;
import simwright.rollout.DeviceKind;
import simwright.rollout.Origin;
import simwright.rollout.ProvisioningPath;
import simwright.rollout.Rate;
import simwright.rollout.RegistryEntry;
import simwright.ui.registry.RegistrySource;

/// A made-up registry, empty or with a certified kind of device, one that is not, and a simulated
/// one; with an alarm.
public final class DemoRegistry implements RegistrySource {
  private final DemoParts demo;
  private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

  DemoRegistry(DemoParts demo) {
    this.demo = demo;
    alarms.add(
        new Alarm(
            "regression/EC25/first-boot/ping/A07",
            "",
            "EC25, first-boot, ping is worse with firmware EC25EFAR06A07M4G than with"
                + " EC25EFAR06A06M4G: passed 20 of n = 20, now 12 of n = 20",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty()));
  }

  private boolean some() {
    return demo.tests.statistics.some();
  }

  @Override
  public List<RegistryEntry> entries(String words) {
    demo.reading.run();
    return some()
        ? List.of(
                entry("RM500Q with a long name of its own", false, true),
                entry("SIM7600", false, false),
                entry("EC25", true, true))
            .stream()
            .filter(one -> one.kind().words().contains(words))
            .toList()
        : List.of();
  }

  private static RegistryEntry entry(String model, boolean simulated, boolean certified) {
    Certification by =
        new Certification(
            new Judged("first-boot", "0123456789abcdef", "first-boot", "1", "fedcba"),
            "mwq37pyd-1",
            "ec25",
            Instant.EPOCH,
            Outcome.PASS,
            2,
            true,
            Optional.empty());
    return new RegistryEntry(
        new DeviceKind(model, "R2.1", "EC25EFAR06A06M4G", "", "", simulated),
        "LTE: 1, 3, 7, 8, 20, 28, 38, 40, 41",
        certified ? Optional.of(8) : Optional.empty(),
        certified ? Set.of(ProvisioningPath.HOST_LPA) : Set.of(),
        certified ? List.of(by) : List.of(),
        new Rate(19, 20),
        Instant.EPOCH,
        certified
            ? Optional.empty()
            : Optional.of(new Origin("lab-2", "ab".repeat(32), "ines", Instant.EPOCH)));
  }

  @Override
  public List<Alarm> alarms() {
    return some() ? List.copyOf(alarms) : List.of();
  }

  @Override
  public Job<?> acknowledge(Alarm alarm) {
    demo.asked.add("seen " + alarm.id());
    alarms.clear();
    return demo.jobs.start(JobRequest.of("alarm.acknowledge", ""), Attendant.absent(), _ -> true);
  }

  @Override
  public Job<String> export(boolean csv) {
    demo.asked.add("registry export " + csv);
    return demo.jobs.start(
        JobRequest.of("registry.export", ""),
        Attendant.absent(),
        _ -> "/home/ines/registry." + (csv ? "csv" : "json"));
  }

  @Override
  public Job<ResultActs.Imported> take(Path file) {
    return demo.jobs.start(
        JobRequest.of("registry.import", ""),
        Attendant.absent(),
        _ -> new ResultActs.Imported("lab-2", 3, "ab".repeat(32)));
  }
}
