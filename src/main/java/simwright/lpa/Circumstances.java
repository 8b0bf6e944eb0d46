package simwright.lpa;

import java.util.Optional;
import java.util.function.Supplier;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;

/// What another try has to respect: how the device is by now, as it told of itself last, and
/// whether the way to servers is paid for by volume. What a device does not tell forbids nothing:
/// one without a profile has no signal, and needs its download.
public record Circumstances(Supplier<Snapshot> device, boolean metered) {
  /// At or below this charge, in percent, a load could end in the middle.
  static final int LOW_BATTERY = 15;

  /// RSRP in dBm at or below which no download comes to its end (3GPP TS 36.133 ends at -140).
  static final double NO_RSRP = -125;

  /// The same for RSSI in dBm: the lowest two figures of +CSQ (3GPP TS 27.007 clause 8.5).
  static final double NO_RSSI = -111;

  /// Why it is better to wait, in a sentence.
  record Reason(FaultCode code, String words) {}

  /// Why another try has to wait for better circumstances; empty where it may be made.
  Optional<Reason> against() {
    Snapshot now = device.get();
    Optional<Integer> charge = now.batteryPercent().value();
    if (charge.filter(percent -> percent <= LOW_BATTERY).isPresent()) {
      return Optional.of(
          new Reason(
              LpaCodes.LOW_BATTERY, "the battery of the device is at " + charge.get() + " %"));
    }
    Optional<Double> rsrp = Optional.ofNullable(now.signal().get("rsrp"));
    Optional<Double> rssi = Optional.ofNullable(now.signal().get("rssi"));
    Optional<String> lost =
        rsrp.isPresent()
            ? rsrp.filter(dbm -> dbm <= NO_RSRP).map(dbm -> "RSRP " + Math.round(dbm))
            : rssi.filter(dbm -> dbm <= NO_RSSI).map(dbm -> "RSSI " + Math.round(dbm));
    return lost.map(figure ->
        new Reason(LpaCodes.NO_SIGNAL, "the device hardly hears a network (" + figure + " dBm)"));
  }
}
