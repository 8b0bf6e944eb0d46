package simwright.app;

import java.util.List;
import simwright.acceptance.RunSummary;
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
