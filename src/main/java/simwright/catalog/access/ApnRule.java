package simwright.catalog.access;

import java.util.List;
import simwright.catalog.ApnSetting;

/// The access points that a device ought to have, and whose word that is: the profile's own, an
/// operator's of a variation or as such, or the directory's. `from` is the name of that profile or
/// operator. Of several for one type, any will do.
public record ApnRule(Source source, String from, List<ApnSetting> settings) {
  /// Whose word it is.
  public enum Source {
    /// The profile's own entry in the catalog.
    PROFILE("profile"),
    /// A variation of the operator's own entry, such as for prepaid cards.
    VARIATION("variation"),
    /// The operator's own entry.
    OPERATOR("operator"),
    /// The directory of providers, which tells names, but no families and sign-ins to hold anybody
    /// to.
    DIRECTORY("directory");

    private final String key;

    Source(String key) {
      this.key = key;
    }

    /// As results spell it.
    public String key() {
      return key;
    }
  }

  public ApnRule {
    settings = List.copyOf(settings);
  }

  /// Whether it says what each access point is called and no more.
  public boolean namesAlone() {
    return source == Source.DIRECTORY;
  }

  /// Whose word it is, in words.
  public String words() {
    return switch (source) {
      case PROFILE -> "the catalog's entry of " + from;
      case VARIATION -> "the operator's entry, " + from;
      case OPERATOR -> "the operator's entry of " + from;
      case DIRECTORY -> "the directory's entry of " + from;
    };
  }
}
