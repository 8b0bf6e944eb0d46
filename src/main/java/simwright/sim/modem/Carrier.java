package simwright.sim.modem;

import java.util.List;
import java.util.Locale;

/// The carrier configuration that a modem's maker lets it choose: Quectel's MBN files, u-blox's MNO
/// profiles. With a configuration for another carrier the modem does not register; a new one holds
/// from the next start.
final class Carrier {
  /// Quectel's files that take any network, and one for a carrier that is not here.
  static final List<String> FILES = List.of("ROW_Generic_3GPP", "Commercial-Elsewhere");

  private static final int GLOBAL = 90;
  private static final int BY_CARD = 1;
  private static final int UNDEFINED = 0;
  private static final int ELSEWHERE = 2;

  private final String kind;
  private boolean automatic = true;
  private String file = FILES.getFirst();
  private int profile = GLOBAL;
  private boolean chosenFits = true;
  private boolean fits = true;

  /// `mbn`, `umnoprof`, or "" for a modem that takes every carrier as it is.
  Carrier(String kind) {
    this.kind = kind;
  }

  boolean is(String wanted) {
    return kind.equals(wanted);
  }

  /// Somebody left a configuration for another carrier.
  void mismatch() {
    automatic = false;
    file = FILES.getLast();
    profile = ELSEWHERE;
    choose();
    started();
  }

  /// The modem starts with what was chosen.
  void started() {
    fits = kind.isEmpty() || chosenFits;
  }

  /// Whether the modem may register.
  boolean fits() {
    return fits;
  }

  boolean automatic() {
    return automatic;
  }

  void automatic(boolean on) {
    automatic = on;
    choose();
  }

  String file() {
    return automatic ? FILES.getFirst() : file;
  }

  /// False where there is no such file.
  boolean file(String name) {
    for (String each : FILES) {
      if (each.toUpperCase(Locale.ROOT).equals(name.toUpperCase(Locale.ROOT))) {
        file = each;
        choose();
        return true;
      }
    }
    return false;
  }

  int profile() {
    return profile;
  }

  void profile(int number) {
    profile = number;
    choose();
  }

  private void choose() {
    chosenFits =
        is("mbn")
            ? file().equals(FILES.getFirst())
            : profile == GLOBAL || profile == BY_CARD || profile == UNDEFINED;
  }
}
