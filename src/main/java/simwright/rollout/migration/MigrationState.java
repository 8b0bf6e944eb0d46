package simwright.rollout.migration;

import java.time.Instant;
import java.util.Optional;

/// How the migration of one profile stands, as the log tells: how far it came and when, the key of
/// the profile that was in use at its beginning ("" where none was), and why its last try failed,
/// where it did, with what was done about that.
public record MigrationState(
    MigrationStep step, Optional<Instant> at, String stable, Optional<String> failed) {
  static final MigrationState NONE =
      new MigrationState(MigrationStep.WAITING, Optional.empty(), "", Optional.empty());

  /// Whether a step was taken.
  public boolean reached(MigrationStep other) {
    return step.compareTo(other) >= 0;
  }

  /// In words.
  public String words() {
    return step.words() + failed.map(why -> "; failed: " + why).orElse("");
  }

  MigrationState at(MigrationStep next, Instant when) {
    return reached(next)
        ? new MigrationState(step, at, stable, Optional.empty())
        : new MigrationState(next, Optional.of(when), stable, Optional.empty());
  }

  MigrationState from(String inUse) {
    return new MigrationState(step, at, stable.isEmpty() ? inUse : stable, failed);
  }

  MigrationState failing(String why) {
    return new MigrationState(step, at, stable, Optional.of(why));
  }
}
