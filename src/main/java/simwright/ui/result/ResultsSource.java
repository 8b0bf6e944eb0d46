package simwright.ui.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.RunField;
import simwright.rollout.Comparison;
import simwright.rollout.FlakyStep;
import simwright.rollout.Measurement;
import simwright.rollout.Trend;
import simwright.ui.part.State;

/// What the results need of the log.
public interface ResultsSource {
  /// The runs in the log, newest first; those of earlier sessions among them. Reads the log.
  List<Result> results();

  /// The plans that were run, by name. Reads the log.
  List<String> plansRun();

  /// What was measured in all runs. Reads the log.
  List<Measurement> measurements();

  /// A measurement over time, one trend for each value of what the runs are split by. Reads the
  /// log.
  List<Trend> trends(Measurement measurement, Optional<RunField> by);

  /// Runs side by side; the others are compared with the first. Reads the log.
  Comparison compare(List<String> runs);

  /// The runs of a plan side by side by what they have in a field. Reads the log.
  Comparison compare(String plan, RunField by);

  /// How steadily the steps of all runs end, flaky ones first. Reads the log.
  List<FlakyStep> flaky();

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
