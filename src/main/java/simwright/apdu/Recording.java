package simwright.apdu;

import java.time.Duration;
import java.util.function.Consumer;
import simwright.time.Deadline;
import simwright.time.Time;

/// Tells every exchange to a recorder; one that breaks off has no answer and is not told.
public record Recording(CardChannel wire, Time time, Consumer<Exchange> recorder)
    implements CardChannel {
  @Override
  public Response transmit(Command command, Deadline deadline) {
    long start = time.nanos();
    Response response = wire.transmit(command, deadline);
    recorder.accept(new Exchange(command, response, Duration.ofNanos(time.nanos() - start)));
    return response;
  }
}
