package simwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.catalog.Profiles;
import simwright.catalog.migration.MigrationPair;
import simwright.catalog.migration.MigrationPlan;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.LifecycleActs;
import simwright.rollout.migration.MigrationState;
import simwright.rollout.migration.MigrationStep;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.RetirementPart;
import simwright.rollout.retirement.Retiring;
import simwright.ui.catalog.LifecycleSource;

/// Made-up retirements and a plan: whatever was retired lacks its server's ear and the receipt.
public final class DemoLifecycle implements LifecycleSource {
  private final DemoParts demo;
  private boolean begun;

  /// Of these parts.
  public DemoLifecycle(DemoParts demo) {
    this.demo = demo;
  }

  private static Retirement.Seen seen(String how) {
    return new Retirement.Seen(Instant.EPOCH, "ines", how);
  }

  @Override
  public Retirement retirement(CatalogProfile profile) {
    boolean open = begun || profile.state() == LifecycleState.REVOKED;
    return open
        ? new Retirement(
            profile.key(),
            "SW-17",
            true,
            true,
            Map.of(
                RetirementPart.DISABLED,
                seen("the card says so"),
                RetirementPart.DELETED,
                seen("the card says so")),
            Optional.empty())
        : new Retirement(profile.key(), "", true, false, Map.of(), Optional.empty());
  }

  @Override
  public Job<Retiring.Outcome> retire(
      CatalogProfile profile, Optional<String> device, Optional<String> reference) {
    begun = true;
    demo.asked.add("retire " + profile.name() + " " + device.orElse("") + reference.orElse(""));
    return job("catalog.retire", new Retiring.Outcome(profile, retirement(profile), List.of()));
  }

  @Override
  public Job<Path> ticket(CatalogProfile profile) {
    demo.asked.add("ticket " + profile.name());
    return job("catalog.ticket", Path.of("/home/ines/ticket-SW-17.json"));
  }

  @Override
  public LifecycleActs.Migration migration(Path plan) {
    MigrationPlan read = new MigrationPlan("paris-2027", "", "1", "2", "", true, 1, List.of());
    return new LifecycleActs.Migration(
        read,
        List.of(
            line(1, MigrationStep.DONE, Optional.empty(), ""),
            line(
                3,
                MigrationStep.DOWNLOADED,
                Optional.of("catalog/not-proven; it went back to the last stable profile"),
                "switch to the new one with proof, then delete the old one"),
            line(5, MigrationStep.WAITING, Optional.empty(), "download the new one")),
        List.of(new LifecycleActs.Unread("sim:ec25", "no profile of the plan is on its card")),
        List.of("PROD-FR-LYON-2026 (8933…42)"));
  }

  private static LifecycleActs.Migrated line(
      int number, MigrationStep step, Optional<String> failed, String next) {
    MigrationPlan.Order order = new MigrationPlan.Order("", "", "", "");
    return new LifecycleActs.Migrated(
        new MigrationPair(
            number,
            Profiles.profile(number),
            Profiles.profile(number + 1, "name", "PROD-FR-PARIS-2027"),
            order),
        new MigrationState(step, Optional.of(Instant.EPOCH), "", failed),
        "",
        Optional.empty(),
        next);
  }

  @Override
  public Job<LifecycleActs.Migration> migrate(Path plan, String device) {
    demo.asked.add("migrate " + plan.getFileName() + " " + device);
    return job("catalog.migrate", migration(plan));
  }

  private <T> Job<T> job(String act, T result) {
    return demo.jobs.start(JobRequest.of(act, ""), Attendant.absent(), _ -> result);
  }
}
