package simwright.link;

import java.nio.charset.StandardCharsets;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.FaultCode;
import simwright.tlv.Octets;
import simwright.transcript.Direction;
import simwright.transcript.Masking;
import simwright.transcript.Transcript;

/// Writes APDUs into a transcript, one per line in hex; what carries a PIN or PUK shows its class
/// and instruction alone.
record CardTranscript(Transcript file) {
  /// The card was powered or reset.
  void met(Octets atr, String protocol) {
    file.note("card " + protocol + ", ATR " + atr.hex());
  }

  void sent(Command command) {
    put(Direction.SENT, Masking.apdu(command.encode().hex()));
  }

  void unsent(Command command, int channel) {
    file.note("not sent, as channel " + channel + " is closed: " + command);
  }

  void received(Response said) {
    put(Direction.RECEIVED, said.encode().hex());
  }

  void ended(FaultCode why) {
    try (file) {
      file.note("ended: " + why);
    }
  }

  /// A line each: the next one begins with a time of its own.
  private void put(Direction direction, String hex) {
    byte[] bytes = hex.getBytes(StandardCharsets.US_ASCII);
    file.append(direction, bytes, bytes.length);
    file.flush();
  }
}
