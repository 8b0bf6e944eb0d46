package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.lab.Disturbance;
import simwright.quota.DataBook;
import simwright.quota.RulesFile;
import simwright.quota.Use;
import simwright.rollout.Alarms;
import simwright.time.Deadline;

/// Connected devices are read by themselves, what is not new is not written, and whoever works on a
/// device is not disturbed.
@Timeout(120)
class SamplingTest {
  private static final Duration TICK = Duration.ofMillis(50);

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  @Test
  void whatIsCarriedIsTakenDownOnce() {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("");
      var unused = device.connect();
      DataBook book = new DataBook(rig.store, rig.book);
      Jobs jobs = new Jobs(rig.book, Permit.all(), rig.time);
      DataActs data = acts(rig, jobs, book);
      assertTrue(data.sample(device).isPresent());
      assertTrue(data.sample(device).isEmpty(), "nothing was carried since");
      assertEquals(1, readings(rig));
      rig.bench.disturb("ec25", new Disturbance.Traffic("", 70_000));
      try (Sampling _ = new Sampling(jobs, rig.devices, data, rig.time, TICK)) {
        awaitReadings(rig, 2);
        rig.time.sleep(TICK.multipliedBy(10));
      }
      assertEquals(2, readings(rig), "not again before its time");
      List<Use> uses = book.uses(Instant.EPOCH);
      assertEquals(1, uses.size());
      assertTrue(uses.getFirst().received() >= 70_000, uses.toString());
    }
  }

  @Test
  void whoWorksOnADeviceIsNotDisturbed() {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("");
      var unused = device.connect();
      DataActs data =
          acts(rig, new Jobs(rig.book, Permit.all(), rig.time), new DataBook(rig.store, rig.book));
      boolean empty = device.talk(new Cancel(), _ -> device.countsWhenFree().isEmpty());
      assertTrue(empty);
      assertTrue(data.sample(device).isPresent());
    }
  }

  @Test
  void rulesMaySwitchItOff() throws IOException {
    try (Rig rig = new Rig(folder)) {
      DataActs data =
          acts(rig, new Jobs(rig.book, Permit.all(), rig.time), new DataBook(rig.store, rig.book));
      assertEquals(Duration.ofMinutes(15), data.sampling());
      Path own = folder.resolve(RulesFile.NAME);
      Files.writeString(
          own,
          """
          name: own
          version: "1"
          sample: {minutes: 0}
          classes:
            emergency: {dscp: EF}
            navigation: {dscp: AF31}
            telemetry: {dscp: AF21}
            streaming: {dscp: AF41}
            updates: {dscp: CS1}
            background: {dscp: CS1}
          """);
      assertEquals(Duration.ZERO, data.sampling());
      Files.writeString(own, "nonsense");
      assertEquals(Duration.ZERO, data.sampling());
    }
  }

  private DataActs acts(Rig rig, Jobs jobs, DataBook book) {
    return new DataActs(
        jobs, rig.devices, book, new Alarms(rig.store, rig.book), rig.book, folder, rig.time);
  }

  private static void awaitReadings(Rig rig, int n) {
    Deadline deadline = rig.time.deadline(Duration.ofSeconds(60));
    while (readings(rig) < n && !deadline.passed()) {
      rig.time.sleep(Duration.ofMillis(20));
    }
  }

  private static int readings(Rig rig) {
    int[] n = new int[1];
    long unused =
        Past.read(
            rig.book, 1, each -> each.kind().equals("data.counted"), Recorded::seq, _ -> n[0]++);
    return n[0];
  }
}
