package simwright.at;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.FaultCode;

/// A final result code of V.250 clause 5.7.1, TS 27.007 clause 9 and TS 27.005 clause 3.2.5, with
/// what modems print besides.
public sealed interface FinalResult {
  /// As the modem printed it.
  String text();

  /// The command was carried out.
  record Ok(String text) implements FinalResult {}

  /// A data connection stands.
  record Connected(String text) implements FinalResult {}

  /// The command failed; the code is `cme/n`, `cms/n`, or one of ours where the modem gives no
  /// number.
  record Failed(String text, FaultCode cause) implements FinalResult {}

  /// Whether it is a success.
  default boolean succeeded() {
    return !(this instanceof Failed);
  }

  /// The code of a failure.
  default Optional<FaultCode> code() {
    return this instanceof Failed failed ? Optional.of(failed.cause()) : Optional.empty();
  }

  /// Reads a line of a reply, or says that it is no final result. `dialling` allows those that end
  /// a call.
  static Optional<FinalResult> of(String line, boolean dialling) {
    return Results.read(line, dialling);
  }

  /// Reads a result number as printed after ATV0.
  static Optional<FinalResult> ofNumber(String digits) {
    return Results.number(digits);
  }

  /// How result lines are read.
  final class Results {
    private static final Pattern ERROR =
        Pattern.compile("\\+?(CME|CMS) ERROR\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODEM_ERROR =
        Pattern.compile("MODEM ERROR\\s*:\\s*(\\d+)", Pattern.CASE_INSENSITIVE);

    private Results() {}

    private static Optional<FinalResult> read(String line, boolean dialling) {
      String text = line.strip();
      if (text.isEmpty() || !mayBegin(text.charAt(0))) {
        return Optional.empty();
      }
      return switch (text.length() > 24 ? "" : text.toUpperCase(Locale.ROOT)) {
        // SEND: of bytes that the modem's own stack takes
        case "OK", "SEND OK" -> Optional.of(new Ok(line));
        case "ERROR", "NA", "SEND FAIL" -> failed(line, AtCodes.ERROR);
        case "COMMAND NOT SUPPORT", "COMMAND NOT SUPPORTED", "TOO MANY PARAMETERS" ->
            failed(line, AtCodes.NOT_SUPPORTED);
        case "BUSY", "NO ANSWER", "NO DIALTONE", "NO DIAL TONE" -> failed(line, AtCodes.NO_CARRIER);
        case "NO CARRIER" -> dialling ? failed(line, AtCodes.NO_CARRIER) : Optional.empty();
        default -> {
          boolean connect = dialling && text.regionMatches(true, 0, "CONNECT", 0, 7);
          yield connect && (text.length() == 7 || text.charAt(7) == ' ')
              ? Optional.of(new Connected(line))
              : numbered(text);
        }
      };
    }

    /// The first letters of all results; the rest of the world needs no closer look.
    private static boolean mayBegin(char c) {
      return "+OENCTMBSoenctmbs".indexOf(c) >= 0;
    }

    private static Optional<FinalResult> numbered(String line) {
      if (line.regionMatches(true, 0, "MODEM ERROR", 0, 11)) {
        return MODEM_ERROR.matcher(line).matches() ? failed(line, AtCodes.ERROR) : Optional.empty();
      }
      int from = line.charAt(0) == '+' ? 1 : 0;
      if (line.length() < from + "CME ERROR".length()
          || !line.regionMatches(true, from, "CM", 0, 2)
          || !line.regionMatches(true, from + 4, "ERROR", 0, 5)) {
        return Optional.empty();
      }
      Matcher error = ERROR.matcher(line);
      return error.matches()
          ? failed(line, new FaultCode(error.group(1).toLowerCase(Locale.ROOT), code(error)))
          : Optional.empty();
    }

    private static String code(Matcher error) {
      String said = error.group(2).strip();
      if (said.matches("[0-9]{1,5}")) {
        return Integer.toString(Integer.parseInt(said));
      }
      return ErrorTexts.number(error.group(1), said)
          .map(number -> Integer.toString(number))
          .orElseGet(() -> said.isEmpty() ? "none" : "text");
    }

    private static Optional<FinalResult> number(String digits) {
      return switch (digits) {
        case "0" -> Optional.of(new Ok(digits));
        case "1" -> Optional.of(new Connected(digits));
        case "4" -> failed(digits, AtCodes.ERROR);
        case "3", "6", "7", "8" -> failed(digits, AtCodes.NO_CARRIER);
        default -> Optional.empty();
      };
    }

    private static Optional<FinalResult> failed(String text, FaultCode code) {
      return Optional.of(new Failed(text, code));
    }
  }
}
