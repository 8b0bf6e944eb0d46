package simwright.catalog.access;

import java.util.Locale;
import simwright.catalog.ApnSetting;

/// Where a context is not as the rule would have it: its number, what it ought to be, and what is
/// the matter in words without a full stop, which tell neither user nor password.
public record ApnMismatch(Kind kind, int cid, ApnSetting expected, String words) {
  /// What is the matter, as a sentence.
  public String sentence() {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /// What differs.
  public enum Kind {
    /// There is no such context.
    MISSING("missing"),
    /// It asks for another access point.
    NAME("name"),
    /// It asks for one that is for something else.
    TYPE("type"),
    /// It asks for other addresses.
    FAMILY("family"),
    /// It signs in otherwise, or as somebody else.
    CREDENTIALS("credentials"),
    /// The network gave another one than it asks for.
    GRANTED("granted"),
    /// The card's list of those it allows does not have it, which is for the operator to mend.
    CARD("card");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /// As results spell it.
    public String key() {
      return key;
    }
  }
}
