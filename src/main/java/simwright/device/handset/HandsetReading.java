package simwright.device.handset;

import java.util.List;
import java.util.Optional;

/// What a handset told at one moment, each slot by itself; what it does not allow to be read says
/// so.
public record HandsetReading(
    Optional<String> maker,
    Optional<String> model,
    Optional<String> release,
    Optional<String> build,
    Optional<String> hardware,
    Optional<String> language,
    Told<String> imei,
    List<SlotReading> slots,
    Told<List<Bearer>> bearers,
    Told<Battery> battery,
    Told<Boolean> flight) {
  /// A bearer of mobile data: the access point name, where it is told, and its addresses.
  public record Bearer(Optional<String> apn, List<String> addresses) {}

  /// The battery: charge in percent, temperature in degrees Celsius, voltage in volts.
  public record Battery(
      Optional<Integer> percent, Optional<Double> celsius, Optional<Double> volts) {}

  /// The slot that carries data, else the first with a card.
  public Optional<SlotReading> main() {
    return slots.stream()
        .filter(each -> each.data().orElse(false))
        .findFirst()
        .or(() -> slots.stream().filter(SlotReading::occupied).findFirst())
        .or(() -> slots.stream().findFirst());
  }
}
