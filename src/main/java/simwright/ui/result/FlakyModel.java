package simwright.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.rollout.FlakyStep;
import simwright.rollout.Split;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// How steadily steps end, from all their tries.
public final class FlakyModel {
  private final Workbench bench;
  private final ResultsSource source;
  private final ObservableList<FlakyStep> steps = FXCollections.observableArrayList();
  private final Placeholder state = new Placeholder(Text.of("flaky.nothing"));

  /// Nothing is read before it is asked for.
  public FlakyModel(Workbench bench, ResultsSource source) {
    this.bench = bench;
    this.source = source;
  }

  /// Reads all tries that stand in the log.
  public void refresh() {
    state.reading();
    bench
        .background()
        .run(
            "flaky steps",
            source::flaky,
            all -> {
              steps.setAll(all);
              state.read();
            },
            fault -> {
              state.failed(fault);
              bench.notices().tell(fault);
            });
  }

  /// A step in full: what all its tries say, and what each split of them does.
  static List<String> words(FlakyStep step) {
    List<String> all = new ArrayList<>(List.of(DeviceText.literal(step.words())));
    for (Split split : step.splits()) {
      if (split.parts().size() > 1 && !Optional.of(split).equals(step.best())) {
        all.add(DeviceText.literal(split.words()));
      }
    }
    return all;
  }

  /// Writes the table as it stands for a person to keep.
  public void export(String table) {
    bench
        .background()
        .run(
            "export",
            () -> bench.desk().save("flaky-steps.csv", table),
            where -> bench.notices().tell(Text.format("table.saved", where)),
            bench.notices()::tell);
  }

  /// The steps, what flips most surely first.
  public ObservableList<FlakyStep> getSteps() {
    return steps;
  }

  /// What stands where there are none.
  public Placeholder getState() {
    return state;
  }
}
