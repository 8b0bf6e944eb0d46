package simwright.device;

import java.util.Optional;
import simwright.ask.Cancel;
import simwright.at.command.ReadCarrierConfiguration;

/// The configuration for a carrier that a modem works with; with that of another carrier many do
/// not register, which is the classic reason why a switched profile gets no service.
public final class CarrierConfiguration {
  private CarrierConfiguration() {}

  /// Its name or number; empty when the family has none, or the modem tells none.
  public static Optional<String> of(Device device) {
    return device.profile().slot("carrier_configuration").stream()
        .findFirst()
        .filter(question -> !device.view().get().cardReader())
        .flatMap(question ->
            device.talk(
                new Cancel(),
                engine -> engine.send(new ReadCarrierConfiguration(question)).value()));
  }
}
