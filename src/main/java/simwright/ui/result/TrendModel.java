package simwright.ui.result;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.RunField;
import simwright.rollout.Measurement;
import simwright.rollout.Trend;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// A measurement over time: which one, split by what, and its trends.
public final class TrendModel {
  private final Workbench bench;
  private final ResultsSource source;
  private final Consumer<String> open;
  private final ObservableList<Measurement> measurements = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Measurement> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<RunField>> by =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Trend> trends = FXCollections.observableArrayList();
  private final Placeholder state = new Placeholder(Text.of("trend.none"));

  /// Nothing is read before it is asked for; `open` shows a run.
  public TrendModel(Workbench bench, ResultsSource source, Consumer<String> open) {
    this.bench = bench;
    this.source = source;
    this.open = open;
    chosen.addListener((_, _, _) -> read());
    by.addListener((_, _, _) -> read());
  }

  /// Reads what was measured, then the trends of the chosen one; the first where none is chosen.
  public void refresh() {
    state.reading();
    bench
        .background()
        .run(
            "measurements",
            source::measurements,
            all -> {
              Measurement before = chosen.get();
              if (!all.equals(measurements)) {
                measurements.setAll(all);
              }
              state.read();
              Measurement now =
                  before != null && all.contains(before)
                      ? before
                      : all.isEmpty() ? null : all.getFirst();
              if (now != null && now.equals(before)) {
                read();
              }
              chosen.set(now);
            },
            fault -> {
              state.failed(fault);
              bench.notices().tell(fault);
            });
  }

  private void read() {
    Measurement of = chosen.get();
    if (of == null) {
      trends.clear();
      return;
    }
    Optional<RunField> split = by.get();
    bench
        .background()
        .run(
            "trends",
            () -> source.trends(of, split),
            found -> {
              if (of.equals(chosen.get()) && split.equals(by.get())) {
                trends.setAll(found);
              }
            },
            bench.notices()::tell);
  }

  /// Shows the run behind a value.
  public void open(Trend.Point point) {
    open.accept(point.run());
  }

  /// What was measured.
  public ObservableList<Measurement> getMeasurements() {
    return measurements;
  }

  /// The measurement shown.
  public ObjectProperty<@Nullable Measurement> chosenProperty() {
    return chosen;
  }

  /// What the runs are split by.
  public ObjectProperty<Optional<RunField>> byProperty() {
    return by;
  }

  /// Its trends.
  public ObservableList<Trend> getTrends() {
    return trends;
  }

  /// What stands where there are none.
  public Placeholder getState() {
    return state;
  }
}
