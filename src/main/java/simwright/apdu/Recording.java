package simwright.apdu;

import simwright.time.Deadline;

/// Tells a recorder what goes over a wire: each command before it is sent, so that one that is
/// never answered stands there too, and each answer.
public record Recording(CardChannel wire, Recorder recorder) implements CardChannel {
  /// Who writes it down.
  public interface Recorder {
    /// A command is about to be sent.
    void sent(Command command);

    /// The card has answered it.
    void received(Response response);
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    recorder.sent(command);
    Response response = wire.transmit(command, deadline);
    recorder.received(response);
    return response;
  }
}
