package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.observe.Subscription;
import simwright.time.Deadline;
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

  /// A packet is given up after about 5 s; who says nothing for longer says no more, as some makers
  /// print fewer reports than others, and no summary.
  private static final Duration QUIET = Duration.ofSeconds(8);

  private PingRun() {}

  /// Sends the command and waits until a summary, a failure or `expected` reports have come,
  /// nothing follows a report, or the time is over.
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
            await(come, expected, within, time);
            yield new Answer.Value<>(Outcome.of(come), exchange);
          }
        }
      };
    }
  }

  private static void await(List<PingReport> come, int expected, Duration within, Time time) {
    Deadline end = time.deadline(within);
    boolean more = time.await(come, () -> !come.isEmpty(), end);
    while (more && !complete(come, expected) && !end.passed()) {
      int had = come.size();
      Deadline quiet = time.deadline(QUIET);
      more =
          time.await(
              come, () -> come.size() > had, quiet.left().compareTo(end.left()) < 0 ? quiet : end);
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
