package simwright.sim.modem;

import java.util.List;

/// What a command answers: information lines, then OK or an error.
record Say(List<String> lines, Ending ending) {
  sealed interface Ending {}

  /// OK.
  record Fine() implements Ending {}

  /// ERROR, whatever +CMEE says: the line could not be understood.
  record Bare() implements Ending {}

  /// An error by number, shown as +CMEE wants it.
  record Cme(int number) implements Ending {}

  static Say ok(String... lines) {
    return new Say(List.of(lines), new Fine());
  }

  static Say ok(List<String> lines) {
    return new Say(List.copyOf(lines), new Fine());
  }

  static Say cme(int number) {
    return new Say(List.of(), new Cme(number));
  }

  static Say error() {
    return new Say(List.of(), new Bare());
  }
}
