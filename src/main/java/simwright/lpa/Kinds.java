package simwright.lpa;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.euicc.MemoryReset.What;

/// The kinds of things that a memory reset takes off a card, as the book holds them: words with
/// commas between; "" stands for operational profiles alone.
final class Kinds {
  private Kinds() {}

  static String text(Set<What> what) {
    return what.stream().sorted().map(Kinds::word).collect(Collectors.joining(","));
  }

  static Set<What> of(String text) {
    List<String> words = List.of(text.split(","));
    Set<What> what =
        Arrays.stream(What.values())
            .filter(each -> words.contains(word(each)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(What.class)));
    return what.isEmpty() ? EnumSet.of(What.OPERATIONAL_PROFILES) : what;
  }

  private static String word(What what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
