package simwright.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.FaultCode;

/// Words for a server's pair of subject and reason that has no entry of its own, put together from
/// the words for each. Numbers are compared as dotted texts: 4.10 is not 4.1.
final class PairWords {
  private static final Pattern PAIR =
      Pattern.compile("(\\d{1,5}(?:\\.\\d{1,5}){0,8})-((?:\\d{1,5}(?:\\.\\d{1,5}){0,8})?)");

  private final Map<String, String> subjects = new TreeMap<>();
  private final Map<String, String> reasons = new TreeMap<>();

  PairWords() {
    for (List<String> row : Resource.rows("pairs.txt")) {
      (row.get(0).equals("subject") ? subjects : reasons).put(row.get(1), row.get(2));
    }
  }

  /// The interfaces on which servers answer so.
  static boolean spokenOn(String layer) {
    return layer.equals("es9+") || layer.equals("es11") || layer.equals("es2+");
  }

  /// The words, if it is a pair at all.
  Optional<Entry> entry(FaultCode code) {
    Matcher pair = PAIR.matcher(code.code());
    return spokenOn(code.layer()) && pair.matches()
        ? Optional.of(entry(code, pair.group(1), pair.group(2)))
        : Optional.empty();
  }

  private Entry entry(FaultCode code, String subject, String reason) {
    String about = nearest(subjects, subject, "something of ", "a subject without a name");
    String wrong = nearest(reasons, reason, "a kind of ", "a reason without a name");
    String number = reason.isEmpty() ? "no reason" : "reason " + reason;
    return new Entry(
        code,
        Character.toUpperCase(about.charAt(0)) + about.substring(1) + ": " + wrong,
        "The server refused: subject "
            + subject
            + " is "
            + about
            + ", and "
            + number
            + " is "
            + wrong
            + ". More is not known of this pair.",
        "Not known for sure: list the profiles of the card.",
        "Read the server's own words, if there are any; give both numbers, the transaction id and"
            + " the time in UTC to the issuer.",
        "issuer",
        "check first");
  }

  /// The words for a number, or those for the number above it.
  private static String nearest(
      Map<String, String> words, String number, String within, String none) {
    String said = words.get(number);
    if (said != null) {
      return said;
    }
    for (int dot = number.lastIndexOf('.'); dot > 0; dot = number.lastIndexOf('.', dot - 1)) {
      String above = words.get(number.substring(0, dot));
      if (above != null) {
        return within + above;
      }
    }
    return none;
  }
}
