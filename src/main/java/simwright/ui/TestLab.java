package simwright.ui;

import java.util.ArrayList;
import java.util.List;
import simwright.observe.Subscription;
import simwright.ui.acceptance.AcceptanceView;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.plan.PlansModel;
import simwright.ui.plan.PlansView;
import simwright.ui.result.ResultsModel;
import simwright.ui.result.ResultsView;

/// The tabs of the test lab beside the bench.
final class TestLab implements Subscription {
  private static final int RESULTS = 2;

  private final Workbench bench;
  private final PlansModel plans;
  private final PlansView plansView;
  private final ResultsModel results;
  private final ResultsView resultsView;
  private final Subscriptions subscriptions = new Subscriptions();

  /// `saved` is run after a plan was written.
  TestLab(Workbench bench, ConsoleParts parts, Runnable saved) {
    this.bench = bench;
    this.plans = new PlansModel(bench, parts.plans(), saved);
    this.plansView = new PlansView(plans);
    this.results = new ResultsModel(bench, parts.devices(), parts.acceptance(), parts.results());
    this.resultsView = new ResultsView(results, bench.desk(), bench.time().zone());
    subscriptions.add(results);
  }

  /// The tabs, in their order.
  List<AcceptanceView.Part> parts() {
    return List.of(
        new AcceptanceView.Part(
            Text.of("acceptance.tab.plans"),
            () -> Fxml.load("parts/plans", plansView),
            plans::refresh,
            () -> false,
            plansView::actions),
        new AcceptanceView.Part(
            Text.of("acceptance.tab.results"),
            () -> Fxml.load("parts/results", resultsView),
            results::refresh,
            resultsView::fold,
            List::of));
  }

  /// What the palette offers of bench and tabs.
  List<Action> actions(AcceptanceView view) {
    List<Action> all = new ArrayList<>(view.actions());
    all.addAll(ResultsView.recent(results, bench.time().zone(), () -> view.open(RESULTS)));
    return all;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
