package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.observe.Subscription;
import simwright.time.Time;

/// A ping from the command to its last report, whether the maker prints reports before OK or after
/// it, with a summary or without.
public final class PingRun {
  /// What came of it: packets sent and received, and the average time in ms where one came back.
  public record Outcome(int sent, int received, Optional<Integer> averageMillis) {
    /// Sums up reports; where the maker prints no summary the replies are counted.
    static Outcome of(List<PingReport> reports) {
      for (PingReport report : reports) {
        if (report instanceof PingReport.Summary all) {
          boolean some = all.received() > 0;
          return new Outcome(
              all.sent(), all.received(), some ? Optional.of(all.average()) : Optional.empty());
        }
      }
      int received = 0;
      int millis = 0;
      for (PingReport report : reports) {
        if (report instanceof PingReport.Reply reply) {
          received++;
          millis += reply.millis();
        }
      }
      Optional<Integer> average = received == 0 ? Optional.empty() : Optional.of(millis / received);
      return new Outcome(reports.size(), received, average);
    }
  }

  private PingRun() {}

  /// Sends the command and waits until a summary, a failure or `expected` reports have come, or the
  /// time is over.
  public static Answer<Outcome> run(
      AtEngine engine, Ping ping, int expected, Duration within, Time time) {
    List<PingReport> come = new ArrayList<>();
    try (Subscription _ =
        engine
            .urcs()
            .subscribe(urc -> PingReport.of(urc.line()).ifPresent(one -> add(come, one)))) {
      Answer<List<PingReport>> answer = engine.send(ping, within);
      return switch (answer) {
        case Answer.Refused<List<PingReport>>(var cause, var exchange) ->
            new Answer.Refused<>(cause, exchange);
        case Answer.Unparsed<List<PingReport>>(var exchange) -> new Answer.Unparsed<>(exchange);
        case Answer.Value<List<PingReport>>(var reports, var exchange) -> {
          reports.forEach(report -> add(come, report));
          synchronized (come) {
            boolean unused =
                time.await(come, () -> complete(come, expected), time.deadline(within));
            yield new Answer.Value<>(Outcome.of(come), exchange);
          }
        }
      };
    }
  }

  private static void add(List<PingReport> come, PingReport report) {
    synchronized (come) {
      come.add(report);
      come.notifyAll();
    }
  }

  private static boolean complete(List<PingReport> come, int expected) {
    return come.size() >= expected
        || come.stream()
            .anyMatch(report ->
                report instanceof PingReport.Summary || report instanceof PingReport.Failed);
  }
}
