package simwright.link;

import simwright.apdu.Command;
import simwright.apdu.Recording;
import simwright.apdu.Response;
import simwright.fault.FaultCode;
import simwright.tlv.Octets;
import simwright.transcript.Direction;
import simwright.transcript.Transcript;

/// Writes what goes over a card port into its transcript: APDUs, one per line in hex, and what
/// became of the card.
record CardTranscript(Transcript file) implements Recording.Recorder {
  /// The card was powered or reset.
  void met(Octets atr, String protocol) {
    file.note(new CardMet(protocol, atr).note());
  }

  @Override
  public void sent(Command command) {
    file.apdu(Direction.SENT, command.encode().hex());
  }

  void unsent(Command command, int channel) {
    file.note("not sent, as channel " + channel + " is closed: " + command);
  }

  @Override
  public void received(Response said) {
    file.apdu(Direction.RECEIVED, said.encode().hex());
  }

  void ended(FaultCode why) {
    try (file) {
      file.note("ended: " + why);
    }
  }
}
