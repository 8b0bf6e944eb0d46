package simwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import simwright.observe.Subscription;
import simwright.ui.acceptance.AcceptanceView;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.plan.PlansModel;
import simwright.ui.plan.PlansView;
import simwright.ui.registry.RegistryModel;
import simwright.ui.registry.RegistryView;
import simwright.ui.result.CompareModel;
import simwright.ui.result.CompareView;
import simwright.ui.result.FlakyModel;
import simwright.ui.result.FlakyView;
import simwright.ui.result.ResultsModel;
import simwright.ui.result.ResultsView;
import simwright.ui.result.TrendModel;
import simwright.ui.result.TrendView;

/// The tabs of the test lab beside the bench, and the ways from one to another.
final class TestLab implements Subscription {
  private static final int RESULTS = 2;
  private static final int COMPARISON = 4;

  private final Workbench bench;
  private final PlansModel plans;
  private final PlansView plansView;
  private final ResultsModel results;
  private final ResultsView resultsView;
  private final TrendModel trends;
  private final CompareModel compare;
  private final FlakyModel flaky;
  private final RegistryModel registry;
  private final RegistryView registryView;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable AcceptanceView shown;

  /// `saved` is run after a plan was written.
  TestLab(Workbench bench, ConsoleParts parts, Runnable saved) {
    this.bench = bench;
    this.plans = new PlansModel(bench, parts.plans(), saved);
    this.plansView = new PlansView(plans);
    this.results = new ResultsModel(bench, parts.devices(), parts.acceptance(), parts.results());
    this.resultsView =
        new ResultsView(results, bench.desk(), bench.time().zone(), this::compareRuns);
    this.trends = new TrendModel(bench, parts.results(), this::openRun);
    this.compare = new CompareModel(bench, parts.results());
    this.flaky = new FlakyModel(bench, parts.results());
    this.registry = new RegistryModel(bench, parts.registry(), this::openRun);
    this.registryView = new RegistryView(registry, bench.desk(), bench.time().zone());
    subscriptions.add(results);
  }

  /// The tabs, in their order.
  List<AcceptanceView.Part> parts() {
    return List.of(
        part("acceptance.tab.plans", "parts/plans", plansView, plans::refresh, plansView::actions),
        new AcceptanceView.Part(
            Text.of("acceptance.tab.results"),
            () -> Fxml.load("parts/results", resultsView),
            results::refresh,
            resultsView::fold,
            List::of),
        part(
            "acceptance.tab.trends",
            "parts/trends",
            new TrendView(trends, bench.time().zone()),
            trends::refresh,
            List::of),
        part(
            "acceptance.tab.compare",
            "parts/compare",
            new CompareView(compare),
            compare::refresh,
            List::of),
        part(
            "acceptance.tab.flaky",
            "parts/flaky",
            new FlakyView(flaky, bench.desk()),
            flaky::refresh,
            List::of),
        part(
            "acceptance.tab.registry",
            "parts/registry",
            registryView,
            registry::refresh,
            registryView::actions));
  }

  private static AcceptanceView.Part part(
      String key, String fxml, Object view, Runnable refresh, Supplier<List<Action>> actions) {
    Supplier<Parent> root = () -> Fxml.load(fxml, view);
    BooleanSupplier nothing = () -> false;
    return new AcceptanceView.Part(Text.of(key), root, refresh, nothing, actions);
  }

  /// The view whose tabs these are.
  void in(AcceptanceView view) {
    shown = view;
  }

  private void openRun(String run) {
    open(RESULTS);
    results.show(run);
  }

  private void compareRuns(List<String> runs) {
    open(COMPARISON);
    compare.runs(runs);
  }

  private void open(int tab) {
    AcceptanceView view = shown;
    if (view != null) {
      view.open(tab);
    }
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
