package simwright.app;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunSummary;
import simwright.rollout.Comparison;
import simwright.rollout.FlakyStep;
import simwright.rollout.Measurement;
import simwright.rollout.Trend;
import simwright.ui.result.ResultsSource;

/// What the results need of the log.
final class ScreenResults implements ResultsSource {
  private static final int MOST = 1000;

  private final OpenData data;

  ScreenResults(OpenData data) {
    this.data = data;
  }

  @Override
  public List<Result> results() {
    return data.plans().history(MOST).stream().map(ScreenResults::shown).toList();
  }

  @Override
  public List<String> plansRun() {
    return data.results().values(RunFilter.ALL, RunField.PLAN);
  }

  @Override
  public List<Measurement> measurements() {
    return data.results().measurements(RunFilter.ALL);
  }

  @Override
  public List<Trend> trends(Measurement measurement, Optional<RunField> by) {
    return data.results().trend(RunFilter.ALL, measurement, by);
  }

  @Override
  public Comparison compare(List<String> runs) {
    return data.results().compare(runs);
  }

  @Override
  public Comparison compare(String plan, RunField by) {
    return data.results().compare(RunFilter.ALL.with(RunField.PLAN, plan), by, List.of());
  }

  @Override
  public List<FlakyStep> flaky() {
    return data.results().flaky(RunFilter.ALL);
  }

  private static Result shown(RunSummary run) {
    return new Result(
        run.id(),
        run.plan(),
        run.device(),
        run.simulated(),
        run.operator(),
        run.started(),
        run.took(),
        run.outcome().map(ScreenAcceptance::state),
        run.outcome().map(ScreenAcceptance::word).orElse(""),
        run.reason());
  }
}
