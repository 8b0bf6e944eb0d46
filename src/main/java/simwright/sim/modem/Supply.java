package simwright.sim.modem;

/// The battery that supplies the modem: its charge, and the voltage that follows from it; and how
/// hot the modem is.
final class Supply {
  private static final int USUAL = 84;
  private static final int EMPTY_MILLIVOLTS = 3400;
  private static final int RISE = 512;

  private static final int USUAL_HEAT = 38;

  private int percent = USUAL;
  private int celsius = USUAL_HEAT;

  void heat(int now) {
    celsius = now;
  }

  /// In degrees Celsius.
  int celsius() {
    return celsius;
  }

  void charge(int now) {
    percent = now;
  }

  int percent() {
    return percent;
  }

  /// 3.4 V where it is empty, 3.912 V at 84 %.
  int millivolts() {
    return EMPTY_MILLIVOLTS + percent * RISE / USUAL;
  }
}
