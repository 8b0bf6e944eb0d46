package simwright.device;

import java.util.Optional;
import simwright.ask.Cancel;
import simwright.at.command.ReadSupply;

/// How much charge the battery of a device has, asked anew where its modem tells it.
public final class Charge {
  private Charge() {}

  /// In percent; empty where the device tells none. A modem's 0 means that it is exhausted or that
  /// there is no battery (3GPP TS 27.007 clause 8.4): as a modem that answers has a supply, there
  /// is none.
  public static Optional<Integer> percent(Device device, Cancel cancel) {
    Attachment now = device.view().get();
    Optional<Integer> known = now.snapshot().batteryPercent().value();
    if (known.isEmpty() || !now.linkKind().matches("serial|sim")) {
      return known;
    }
    String need = device.profile().slot("battery").isEmpty() ? "voltage" : "battery";
    return device
        .talk(cancel, engine -> Told.by(engine, device.profile(), need, ReadSupply.Supply.class))
        .value()
        .flatMap(ReadSupply.Supply::percent)
        .filter(percent -> percent > 0);
  }
}
