package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.catalog.CatalogProfile;
import simwright.catalog.migration.MigrationFile;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.job.LifecycleActs;
import simwright.job.OrderActs;
import simwright.rollout.retirement.Receipt;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.Retiring;
import simwright.ui.catalog.LifecycleSource;

/// What the screen of the catalog needs of versions and the end of a profile's life.
final class ScreenLifecycle implements LifecycleSource {
  private static final String WHY = "end of life";

  private final OpenData data;
  private final Supplier<Attendant> attendant;

  ScreenLifecycle(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
  }

  @Override
  public Retirement retirement(CatalogProfile profile) {
    return data.lifecycle().retirement(profile);
  }

  @Override
  public Job<Retiring.Outcome> retire(
      CatalogProfile profile, Optional<String> device, Optional<String> reference) {
    return data.lifecycle()
        .retire(
            new LifecycleActs.Retire(
                profile,
                WHY,
                device,
                new OrderActs.At(Optional.empty(), Optional.empty()),
                reference.map(Receipt::typed)),
            attendant.get());
  }

  @Override
  public Job<Path> ticket(CatalogProfile profile) {
    return data.lifecycle().ticket(profile, data.data().root().resolve("exports"), attendant.get());
  }

  @Override
  public LifecycleActs.Migration migration(Path plan) {
    return data.lifecycle().migration(read(plan));
  }

  @Override
  public Job<LifecycleActs.Migration> migrate(Path plan, String device) {
    return data.lifecycle().migrate(read(plan), java.util.List.of(device), attendant.get());
  }

  private static MigrationFile read(Path plan) {
    try {
      return MigrationFile.read(Files.readString(plan), plan.toString());
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "reading a migration plan", plan.toString(), e.getMessage(), e);
    }
  }
}
