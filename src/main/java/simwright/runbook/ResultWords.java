package simwright.runbook;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import simwright.fault.FaultCode;

/// Words for a card's result that has no entry of its own: a number that the standards do not name,
/// or a function of the card that names none.
final class ResultWords {
  private static final String LAYER = "es10";
  private static final Pattern RESULT = Pattern.compile("([a-z-]+)\\.(-?\\d{1,9})");

  private final Set<String> functions;

  /// Beside the entries with these codes.
  ResultWords(Set<FaultCode> known) {
    this.functions =
        known.stream()
            .filter(code -> code.layer().equals(LAYER))
            .map(code -> code.code().substring(0, code.code().lastIndexOf('.')))
            .collect(Collectors.toSet());
  }

  /// The words, if it is a result of a known function at all; 0 is none, as it means done.
  Optional<Entry> entry(FaultCode code) {
    Matcher result = RESULT.matcher(code.code());
    boolean known =
        code.layer().equals(LAYER)
            && result.matches()
            && functions.contains(result.group(1))
            && !result.group(2).equals("0");
    return known ? Optional.of(entry(code, result.group(1), result.group(2))) : Optional.empty();
  }

  private static Entry entry(FaultCode code, String function, String number) {
    return new Entry(
        code,
        "The card gave a result without a name",
        "The card answered the function "
            + function
            + " with result "
            + number
            + ", which is not named in SGP.22 v2.6 or v3.1, nor in SGP.32 v1.2.",
        "Not known for sure: list the profiles of the card.",
        "Read the card and see what was done; give the number, the function and the card's firmware"
            + " version to the card's maker.",
        "issuer",
        "check first");
  }
}
