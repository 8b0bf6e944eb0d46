package simwright.at.command;

import java.util.Optional;

/// Radio conditions as the modem reports them (not calibrated). Powers in dBm, ratios in dB; the
/// lower bound of the bin where the modem reports bins.
public record Radio(
    Optional<String> technology,
    Optional<Double> rssiDbm,
    Optional<Double> rsrpDbm,
    Optional<Double> rsrqDb,
    Optional<Double> sinrDb,
    Optional<String> band,
    Optional<String> cell) {
  /// Nothing is known.
  public static final Radio UNKNOWN =
      new Radio(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// A technology alone.
  static Radio of(String technology) {
    return UNKNOWN.with(technology);
  }

  Radio with(String said) {
    return new Radio(Optional.of(said), rssiDbm, rsrpDbm, rsrqDb, sinrDb, band, cell);
  }

  Radio power(Optional<Double> rssi, Optional<Double> rsrp) {
    return new Radio(technology, rssi, rsrp, rsrqDb, sinrDb, band, cell);
  }

  Radio quality(Optional<Double> rsrq, Optional<Double> sinr) {
    return new Radio(technology, rssiDbm, rsrpDbm, rsrq, sinr, band, cell);
  }

  Radio place(Optional<String> where, Optional<String> cellId) {
    return new Radio(technology, rssiDbm, rsrpDbm, rsrqDb, sinrDb, where, cellId);
  }

  /// The figure a technician looks at first: RSRP where there is one, else RSSI; in dBm.
  public Optional<Double> strength() {
    return rsrpDbm.or(() -> rssiDbm);
  }

  /// This reading, with what it lacks taken from another.
  public Radio filledFrom(Radio other) {
    return new Radio(
        technology.or(other::technology),
        rssiDbm.or(other::rssiDbm),
        rsrpDbm.or(other::rsrpDbm),
        rsrqDb.or(other::rsrqDb),
        sinrDb.or(other::sinrDb),
        band.or(other::band),
        cell.or(other::cell));
  }
}
