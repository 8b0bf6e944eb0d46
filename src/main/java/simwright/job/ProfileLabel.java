package simwright.job;

import java.util.Optional;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.device.Reading;
import simwright.device.Snapshot;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.lpa.CardReading;

/// The name by which data of a device's profile in use is kept: as the eUICC names it, else the
/// masked number of the card, else the slot of a handset, which keeps its cards to itself.
final class ProfileLabel {
  private ProfileLabel() {}

  static String of(Device device, Cancel cancel) {
    if (device.view().get().snapshot().card() instanceof Reading.NotAsked) {
      var unused = device.askCard(cancel);
    }
    Snapshot known = device.view().get().snapshot();
    return enabled(device, known, cancel)
        .or(() -> known.iccid().value().map(each -> "SIM " + each.redacted()))
        .or(() -> known.slot().value().map(each -> "slot " + each))
        .orElse("");
  }

  private static Optional<String> enabled(Device device, Snapshot known, Cancel cancel) {
    if (known.eid().value().isEmpty()) {
      return Optional.empty();
    }
    try {
      return device.card(cancel, CardReading::profiles).stream()
          .filter(each -> each.state().equals(Optional.of(ProfileInfo.State.ENABLED)))
          .findFirst()
          .flatMap(each -> each.nickname().or(each::name));
    } catch (Fault untold) {
      if (untold.code().equals(Cancel.CANCELLED)) {
        throw untold;
      }
      return Optional.empty();
    }
  }
}
