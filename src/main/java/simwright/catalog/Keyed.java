package simwright.catalog;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of several words, read with a reason where it is none of them.
final class Keyed {
  private Keyed() {}

  /// The value that a text spells in whatever case; what is usual for none.
  static <T> T one(T[] all, Function<T, String> key, String name, String text, T usual) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return usual;
    }
    return Stream.of(all)
        .filter(each -> key.apply(each).equalsIgnoreCase(wanted))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + " is '"
                    + wanted
                    + "', not one of "
                    + Stream.of(all).map(key).collect(Collectors.joining(", "))));
  }
}
