package simwright.rollout.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How far one profile's migration has come.
public enum MigrationStep {
  /// Nothing was begun.
  WAITING("nothing was begun"),
  /// Its card was met; the profile in use then is the last stable one.
  BEGUN("its card was met"),
  /// The new profile is on the card.
  DOWNLOADED("the new profile is on the card"),
  /// The new profile was in use and proven.
  PROVEN("the new profile is proven"),
  /// The old one is gone from the card.
  OLD_DELETED("the old profile is deleted"),
  /// All of it was done.
  DONE("migrated");

  private final String words;

  MigrationStep(String words) {
    this.words = words;
  }

  /// As records spell it: `old-deleted`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In words.
  public String words() {
    return words;
  }

  static Optional<MigrationStep> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
