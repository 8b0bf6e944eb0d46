package simwright.hardware;

import java.util.Locale;

/// How well a fact of a hardware profile is known.
public enum Evidence {
  /// Seen from a device: a recording of it is public.
  RECORDED,
  /// Public sources say so; nobody here has seen it.
  REPORTED,
  /// Nobody has said so of this family; devices of its kind usually are so.
  ASSUMED;

  /// The word in profiles.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The evidence that a word means.
  static Evidence of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
