package simwright.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import simwright.at.AtCodes;
import simwright.at.AtSettings;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.at.command.Commands;
import simwright.at.command.Manufacturer;
import simwright.at.command.Model;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Imei;

/// The first words with a modem: whether anybody answers, that all answer alike, which one it is,
/// and of which family.
final class Recognition {
  private static final Duration KNOCK = Duration.ofMillis(500);
  private static final int KNOCKS = 3;

  private final Asking asking;
  private final String id;

  Recognition(Asking asking, String id) {
    this.asking = asking;
    this.id = id;
  }

  /// The family. `confirm` gets the IMEI before anything but settings was asked for; one that was
  /// known and is not told any more is `device/unconfirmed`.
  HardwareProfile run(
      HardwareProfiles profiles, HardwareProfile family, boolean known, Consumer<Imei> confirm) {
    knock();
    asking.init();
    Optional<Imei> imei = imei(family);
    if (known && imei.isEmpty()) {
      throw new Fault(DeviceCodes.UNCONFIRMED, "recognising a device", id);
    }
    imei.ifPresent(confirm);
    Optional<String> maker = asking.send(new Manufacturer()).value();
    String model =
        asking
            .send(new Model())
            .value()
            .orElseThrow(() -> new Fault(DeviceCodes.NO_ANSWER, "recognising a device", id));
    HardwareProfile found = profiles.confirm(maker.orElse(""), model);
    asking.engine().use(AtSettings.of(found));
    return found;
  }

  /// A modem that has restarted by itself without leaving the bus has lost its settings.
  void renew() {
    knock();
    asking.init();
  }

  /// A modem that is starting answers only after a while.
  private void knock() {
    for (int i = 1; i <= KNOCKS; i++) {
      try {
        var unused = asking.send(new RawCommand("AT", CommandClass.PROBE), KNOCK);
        return;
      } catch (Fault silent) {
        boolean waits = silent.code().equals(AtCodes.TIMEOUT) || silent.code().equals(AtCodes.MUTE);
        if (!waits || i == KNOCKS) {
          throw silent;
        }
      }
    }
  }

  private Optional<Imei> imei(HardwareProfile family) {
    List<String> ways = family.slot("imei");
    return ways.stream()
        .flatMap(text -> Commands.of(text).stream())
        .flatMap(command -> asking.send(command).value().stream())
        .filter(Imei.class::isInstance)
        .map(Imei.class::cast)
        .findFirst();
  }
}
