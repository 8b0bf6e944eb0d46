package simwright.ui.registry;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.journal.Alarm;
import simwright.rollout.RegistryEntry;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// The registry of compatible devices, as far as a search finds it, and the alarms that still hold.
public final class RegistryModel {
  private final Workbench bench;
  private final RegistrySource source;
  private final Consumer<String> open;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<RegistryEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<Alarm> alarms = FXCollections.observableArrayList();
  private final Placeholder state = new Placeholder(Text.of("registry.none"));
  private boolean reading;
  private boolean again;

  /// Nothing is read before it is asked for; `open` shows a run.
  public RegistryModel(Workbench bench, RegistrySource source, Consumer<String> open) {
    this.bench = bench;
    this.source = source;
    this.open = open;
    search.addListener((_, _, _) -> entries());
  }

  /// Reads entries and alarms.
  public void refresh() {
    entries();
    bench.background().run("alarms", source::alarms, alarms::setAll, bench.notices()::tell);
  }

  /// One reading at a time; the newest words last.
  private void entries() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    state.reading();
    String words = search.get();
    bench
        .background()
        .run(
            "registry",
            () -> source.entries(words),
            found -> {
              reading = false;
              entries.setAll(found);
              state.read();
              if (again) {
                again = false;
                entries();
              }
            },
            fault -> {
              reading = false;
              state.failed(fault);
              bench.notices().tell(fault);
            });
  }

  /// A person has seen an alarm.
  public void acknowledge(Alarm alarm) {
    bench.start(() -> source.acknowledge(alarm), _ -> refresh());
  }

  /// Writes the registry as a file.
  public void export(boolean csv) {
    bench.start(
        () -> source.export(csv),
        where -> bench.notices().tell(Text.format("registry.exported", where)));
  }

  /// Takes in the registry of another installation.
  public void take(Path file) {
    bench.start(
        () -> source.take(file),
        taken -> {
          bench
              .notices()
              .tell(
                  Text.format(
                      "registry.imported",
                      taken.entries(),
                      DeviceText.literal(taken.installation())));
          refresh();
        });
  }

  /// Shows the run that certified a device.
  public void open(String run) {
    open.accept(run);
  }

  /// What is searched for.
  public StringProperty searchProperty() {
    return search;
  }

  /// The entries that the search finds.
  public ObservableList<RegistryEntry> getEntries() {
    return entries;
  }

  /// The alarms that still hold.
  public ObservableList<Alarm> getAlarms() {
    return alarms;
  }

  /// What stands where there are no entries.
  public Placeholder getState() {
    return state;
  }
}
