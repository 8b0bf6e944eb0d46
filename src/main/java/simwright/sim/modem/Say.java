package simwright.sim.modem;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a command answers: information lines, then how it ends.
record Say(List<String> lines, Ending ending) {
  sealed interface Ending {}

  /// OK.
  record Fine() implements Ending {}

  /// The maker's own words in the place of OK or ERROR; nothing of the line follows.
  record Instead(String words) implements Ending {}

  /// ERROR, whatever +CMEE says: the line could not be understood.
  record Bare() implements Ending {}

  /// An error of the equipment by number (3GPP TS 27.007), shown as +CMEE wants it.
  record Cme(int number) implements Ending {}

  /// An error of the message service by number (3GPP TS 27.005), shown as +CMEE wants it.
  record Cms(int number) implements Ending {}

  /// No final result: the modem is gone.
  record Silent() implements Ending {}

  /// OK, and after a while the modem starts again.
  record Restart(Duration delay) implements Ending {}

  /// A prompt; what is typed up to Ctrl Z goes on as the command's text.
  record Prompt(Function<String, Say> then) implements Ending {}

  /// The answer comes later; any character ends an abortable command.
  record Later(Duration after, boolean abortable, Supplier<Say> then) implements Ending {}

  static Say ok(String... lines) {
    return new Say(List.of(lines), new Fine());
  }

  static Say ok(List<String> lines) {
    return new Say(List.copyOf(lines), new Fine());
  }

  static Say instead(String words) {
    return new Say(List.of(), new Instead(words));
  }

  static Say cme(int number) {
    return new Say(List.of(), new Cme(number));
  }

  static Say cms(int number) {
    return new Say(List.of(), new Cms(number));
  }

  static Say error() {
    return new Say(List.of(), new Bare());
  }

  static Say silent() {
    return new Say(List.of(), new Silent());
  }

  static Say prompt(Function<String, Say> then) {
    return new Say(List.of(), new Prompt(then));
  }

  static Say later(Duration after, boolean abortable, Supplier<Say> then) {
    return new Say(List.of(), new Later(after, abortable, then));
  }
}
