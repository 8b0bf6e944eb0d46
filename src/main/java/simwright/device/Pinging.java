package simwright.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.Ping;
import simwright.at.command.PingRun;
import simwright.hardware.HardwareProfile;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// A ping through the modem, by the command of its family.
final class Pinging {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Pinging() {}

  /// Pings a host over the active context; empty when the family has no command for it.
  static Optional<PingResult> run(
      AtEngine engine, HardwareProfile profile, Snapshot known, String host, Time time) {
    int cid =
        known.contexts().value().orElse(List.of()).stream()
            .filter(PacketContext::active)
            .mapToInt(PacketContext::cid)
            .findFirst()
            .orElse(profile.firstContext());
    return profile.slot("ping").stream()
        .findFirst()
        .map(template -> run(engine, Ping.of(template, cid, host), time));
  }

  private static PingResult run(AtEngine engine, Ping ping, Time time) {
    long from = engine.port().transcript().position();
    Answer<PingRun.Outcome> answer = PingRun.run(engine, ping, ping.reports(), LONGEST, time);
    TranscriptRange range = engine.port().transcript().since(from);
    PingRun.Outcome outcome =
        answer.value().orElseGet(() -> new PingRun.Outcome(0, 0, Optional.empty()));
    return new PingResult(
        outcome.sent(),
        outcome.received(),
        outcome.averageMillis(),
        outcome.received() > 0
            ? Optional.empty()
            : answer.code().or(() -> Optional.of(DeviceCodes.NO_PING)),
        range);
  }
}
