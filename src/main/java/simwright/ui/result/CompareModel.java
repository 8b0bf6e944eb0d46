package simwright.ui.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.RunField;
import simwright.rollout.Comparison;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// Runs side by side: those a person chose, else all of a plan by device, firmware or another
/// field.
public final class CompareModel {
  private final Workbench bench;
  private final ResultsSource source;
  private final ObservableList<String> plans = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> plan = new SimpleObjectProperty<>();
  private final ObjectProperty<RunField> by = new SimpleObjectProperty<>(RunField.FIRMWARE);
  private final ReadOnlyObjectWrapper<Optional<Comparison>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Placeholder state = new Placeholder(Text.of("compare.nothing"));
  private List<String> runs = List.of();

  /// Nothing is read before it is asked for.
  public CompareModel(Workbench bench, ResultsSource source) {
    this.bench = bench;
    this.source = source;
    plan.addListener((_, _, _) -> byField());
    by.addListener((_, _, _) -> byField());
  }

  /// Puts these runs side by side; the first is what the others are compared with.
  public void runs(List<String> chosen) {
    runs = List.copyOf(chosen);
    read();
  }

  private void byField() {
    runs = List.of();
    read();
  }

  /// Reads which plans there are, then the comparison.
  public void refresh() {
    state.reading();
    bench
        .background()
        .run(
            "plans run",
            source::plansRun,
            all -> {
              if (!all.equals(plans)) {
                plans.setAll(all);
              }
              state.read();
              if (plan.get() == null && !all.isEmpty() && runs.isEmpty()) {
                plan.set(all.getFirst());
              } else {
                read();
              }
            },
            fault -> {
              state.failed(fault);
              bench.notices().tell(fault);
            });
  }

  private void read() {
    List<String> wanted = runs;
    String of = plan.get();
    RunField field = by.get();
    if (wanted.isEmpty() && of == null) {
      return;
    }
    Supplier<Comparison> work =
        wanted.isEmpty() && of != null
            ? () -> source.compare(of, field)
            : () -> source.compare(wanted);
    bench
        .background()
        .run(
            "comparison",
            work,
            now -> {
              if (wanted.equals(runs)) {
                found.set(Optional.of(now));
              }
            },
            bench.notices()::tell);
  }

  /// The plans that were run.
  public ObservableList<String> getPlans() {
    return plans;
  }

  /// The plan whose runs are compared.
  public ObjectProperty<@Nullable String> planProperty() {
    return plan;
  }

  /// By what they are put into columns.
  public ObjectProperty<RunField> byProperty() {
    return by;
  }

  /// The comparison.
  public ReadOnlyObjectProperty<Optional<Comparison>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// What stands where there is none.
  public Placeholder getState() {
    return state;
  }
}
