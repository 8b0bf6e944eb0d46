package simwright.ui.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.ui.part.State;

/// What the results need of the log.
public interface ResultsSource {
  /// The runs in the log, newest first; those of earlier sessions among them. Reads the log.
  List<Result> results();

  /// A run in the history; no verdict while it is under way.
  record Result(
      String id,
      String plan,
      String device,
      boolean simulated,
      String operator,
      Instant started,
      Optional<Duration> took,
      Optional<State> verdict,
      String outcome,
      String why) {}
}
