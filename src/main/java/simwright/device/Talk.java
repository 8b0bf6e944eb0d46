package simwright.device;

import java.util.List;
import java.util.Optional;
import simwright.apdu.CardApplication;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open conversation of a device: with a modem, with a card in a reader, or with a handset.
sealed interface Talk permits ModemTalk, CardTalk, HandsetTalk {
  /// What is said.
  Transcript transcript();

  /// Begins to listen.
  void start();

  /// Selects the first of these applications that the card has on a channel of its own; throws
  /// `at/no-application` or `apdu/no-application` where it has none, with what was tried.
  CardApplication application(List<Octets> aids, Deadline deadline);

  /// Resets the card, which ends its channels; false where only a modem can.
  boolean reset(Deadline deadline);

  /// Sets the level of functionality as +CFUN numbers it; why it was refused, when it was.
  default Optional<FaultCode> functionality(int level) {
    throw noModem();
  }

  /// The level of functionality, where it is told.
  default Optional<Integer> functionality() {
    throw noModem();
  }

  /// Restarts the device; why it refused, when it did.
  default Optional<FaultCode> reboot(HardwareProfile profile) {
    throw noModem();
  }

  /// Switches something of a handset; why it was refused, when it was.
  default Optional<FaultCode> handset(HandsetSwitch what, boolean on) {
    throw noModem();
  }

  /// What it counted of data.
  default DataCounts counts(HardwareProfile profile) {
    throw noModem();
  }

  /// Pings a host; empty where the family has no command for it.
  default Optional<PingResult> ping(
      HardwareProfile profile, Snapshot known, String host, Time time) {
    throw noModem();
  }

  private static Fault noModem() {
    return new Fault(DeviceCodes.NO_MODEM, "talking to a modem", "a card reader");
  }

  /// Whether the link has ended.
  boolean over();

  /// Leaves the device as it was found.
  void putBack();

  /// Ends the link.
  void end();
}
