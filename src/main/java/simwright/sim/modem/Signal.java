package simwright.sim.modem;

/// Radio conditions at the antenna, from one number: RSRP in dBm; the others follow from it, so
/// that every command shows the same.
record Signal(int rsrp) {
  /// Below this there is no network.
  static final int FLOOR = -125;

  /// Ratio of subcarriers: 12 resource elements of 50 blocks in 10 MHz.
  private static final int WIDTH_DB = 28;

  boolean there() {
    return rsrp >= FLOOR;
  }

  int rssi() {
    return rsrp + WIDTH_DB;
  }

  /// dB.
  int rsrq() {
    return Math.clamp(-11 + (rsrp + 93) / 6, -19, -5);
  }

  /// dB.
  int sinr() {
    return Math.clamp((rsrp + 121) / 2, -10, 30);
  }

  /// First value of +CSQ.
  int csq() {
    return Math.clamp((rssi() + 113) / 2, 0, 31);
  }

  /// Last value of +CESQ.
  int rsrpIndex() {
    return Math.clamp(rsrp + 141, 0, 97);
  }

  /// Fifth value of +CESQ.
  int rsrqIndex() {
    return Math.clamp(2L * (rsrq() + 20), 0, 34);
  }
}
