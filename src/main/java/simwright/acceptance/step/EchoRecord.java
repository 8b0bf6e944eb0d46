package simwright.acceptance.step;

import java.util.Locale;

/// A request of a drill's stream: its application session and its number, in letters and digits
/// that every modem carries as they are.
final class EchoRecord {
  static final int LENGTH = 48;
  private static final int NUMBER_AT = 9;
  private static final int NUMBER_LENGTH = 8;
  private static final String FILLING = "SIMWRIGHTDRILLSIMWRIGHTDRILLSIM";

  private EchoRecord() {}

  /// Of a session of eight letters and digits.
  static String of(String session, int number) {
    return "Q" + session + String.format(Locale.ROOT, "%08d", number) + FILLING;
  }

  /// Its number; -1 where it is none of ours.
  static int number(String record) {
    String digits = record.substring(NUMBER_AT, NUMBER_AT + NUMBER_LENGTH);
    return digits.matches("[0-9]{8}") ? Integer.parseInt(digits) : -1;
  }
}
