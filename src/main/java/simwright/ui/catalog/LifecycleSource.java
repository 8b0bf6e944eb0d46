package simwright.ui.catalog;

import java.nio.file.Path;
import java.util.Optional;
import simwright.catalog.CatalogProfile;
import simwright.job.Job;
import simwright.job.LifecycleActs;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.Retiring;

/// What the screen of the catalog needs of versions and the end of a profile's life.
public interface LifecycleSource {
  /// How the retirement of a profile stands. Reads the log.
  Retirement retirement(CatalogProfile profile);

  /// Retires it as far as that goes now, on the card of a device where that is at hand, with the
  /// operator's reference where there is one.
  Job<Retiring.Outcome> retire(
      CatalogProfile profile, Optional<String> device, Optional<String> reference);

  /// Writes what its operator is to be asked, and hands over where it lies.
  Job<Path> ticket(CatalogProfile profile);

  /// How a migration plan stands and what would be done. Reads the file and the log.
  LifecycleActs.Migration migration(Path plan);

  /// Carries a migration plan out on a device.
  Job<LifecycleActs.Migration> migrate(Path plan, String device);
}
