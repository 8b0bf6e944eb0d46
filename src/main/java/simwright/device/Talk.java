package simwright.device;

import java.util.List;
import simwright.apdu.CardApplication;
import simwright.time.Deadline;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open conversation of a device: with a modem, or with a card in a reader.
sealed interface Talk permits ModemTalk, CardTalk {
  /// What is said.
  Transcript transcript();

  /// Begins to listen.
  void start();

  /// Selects the first of these applications that the card has on a channel of its own; throws
  /// `at/no-application` or `apdu/no-application` where it has none, with what was tried.
  CardApplication application(List<Octets> aids, Deadline deadline);

  /// Resets the card, which ends its channels; false where only a modem can.
  boolean reset(Deadline deadline);

  /// Whether the link has ended.
  boolean over();

  /// Leaves the device as it was found.
  void putBack();

  /// Ends the link.
  void end();
}
