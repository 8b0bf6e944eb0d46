package simwright.catalog.naming;

import java.util.Map;
import simwright.catalog.Use;

/// A part of a name.
public sealed interface Part {
  /// What the profile is for, by its words.
  record OfUse(Map<String, Use> words) implements Part {
    public OfUse {
      words = Map.copyOf(words);
    }
  }

  /// The code of a region.
  record OfRegion() implements Part {}

  /// A town, as a regular expression allows it.
  record OfPlace(boolean optional, String pattern) implements Part {}

  /// The year of expiry, or a word for what is staged.
  record OfEnding(String standby) implements Part {}
}
