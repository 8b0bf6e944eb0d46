package simwright.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.at.RawCommand;
import simwright.hardware.HardwareProfile;
import simwright.observe.Subscription;
import simwright.time.Time;

/// Pings through the modem's own stack by the family's command, whose results come as unsolicited
/// lines after OK.
final class Pinger {
  private static final Duration SUMMARY = Duration.ofSeconds(30);

  private final AtEngine engine;
  private final HardwareProfile profile;
  private final Time time;

  Pinger(AtEngine engine, HardwareProfile profile, Time time) {
    this.engine = engine;
    this.profile = profile;
    this.time = time;
  }

  /// Pings a host; empty when the family has no ping command.
  Optional<PingResult> ping(int cid, String host) {
    List<String> texts = profile.slot("ping");
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String text =
        texts
            .getFirst()
            .replace("{cid}", Integer.toString(cid))
            .replace("{host}", host.replaceAll("[^A-Za-z0-9.:_-]", ""));
    List<Fields> come = new ArrayList<>();
    try (Subscription _ =
        engine
            .urcs()
            .subscribe(urc -> {
              if (urc.prefix().equals("+QPING")) {
                synchronized (come) {
                  come.add(Fields.of(urc.line()));
                  come.notifyAll();
                }
              }
            })) {
      Answer<List<String>> answer = engine.send(new RawCommand(text, CommandClass.NETWORK));
      if (answer.code().isPresent()) {
        return Optional.of(
            new PingResult(0, 0, Optional.empty(), answer.code(), answer.exchange().range()));
      }
      synchronized (come) {
        boolean unused = time.await(come, () -> summary(come).isPresent(), time.deadline(SUMMARY));
      }
      return Optional.of(
          result(come, engine.port().transcript().since(answer.exchange().range().from())));
    }
  }

  /// `+QPING: 0,<sent>,<received>,<lost>,<min>,<max>,<average>`: seven numbers, the second
  /// unquoted.
  private static Optional<Fields> summary(List<Fields> come) {
    return come.stream().filter(f -> f.size() == 7 && !f.quoted(1)).findFirst();
  }

  private static PingResult result(List<Fields> come, simwright.transcript.TranscriptRange range) {
    synchronized (come) {
      Optional<Fields> summary = summary(come);
      int sent = summary.map(f -> f.number(1).orElse(0)).orElse(0);
      int received = summary.map(f -> f.number(2).orElse(0)).orElse(0);
      return new PingResult(
          sent,
          received,
          received == 0
              ? Optional.empty()
              : summary.map(f -> f.number(6)).filter(n -> n.isPresent()).map(n -> n.getAsInt()),
          received > 0 ? Optional.empty() : Optional.of(DeviceCodes.NO_PING),
          range);
    }
  }
}
