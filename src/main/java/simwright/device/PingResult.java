package simwright.device;

import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.transcript.TranscriptRange;

/// What came of a ping: packets sent and received, average round trip in milliseconds, and why none
/// came back.
public record PingResult(
    int sent,
    int received,
    Optional<Integer> averageMillis,
    Optional<FaultCode> code,
    TranscriptRange range) {
  /// Whom to ping where nobody says otherwise: a public resolver that answers pings. A private
  /// network may not let them through.
  public static final String USUAL_HOST = "8.8.8.8";

  /// For the ladder.
  Ladder.PingFound found() {
    return received > 0
        ? new Ladder.PingFound(
            true,
            received + " of " + sent + averageMillis.map(ms -> ", " + ms + " ms").orElse(""),
            Optional.empty())
        : new Ladder.PingFound(false, "No ping came back", code);
  }
}
