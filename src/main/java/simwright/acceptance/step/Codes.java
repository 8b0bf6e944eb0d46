package simwright.acceptance.step;

import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;

/// The codes that a plan names where something must be refused: `es10/enable-profile.1`, or with a
/// star at the end all that begin so.
final class Codes {
  private Codes() {}

  /// Why they cannot be used.
  static Optional<String> objection(List<String> codes) {
    return codes.stream()
        .filter(code -> !code.matches("[a-z0-9+]{1,20}/[A-Za-z0-9.-]{0,60}\\*?"))
        .map(code -> "'" + code + "' is no code such as es10/enable-profile.1")
        .findFirst();
  }

  /// Whether one of them is this; any holds where none is named.
  static boolean hold(List<String> codes, FaultCode code) {
    String told = code.toString();
    return codes.isEmpty()
        || codes.stream()
            .anyMatch(each ->
                each.endsWith("*")
                    ? told.startsWith(each.substring(0, each.length() - 1))
                    : told.equals(each));
  }
}
