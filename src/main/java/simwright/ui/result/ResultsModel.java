package simwright.ui.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.observe.Subscription;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.acceptance.RunModel;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;
import simwright.ui.result.ResultsSource.Result;

/// The runs in the log, those that a search finds of them, and the one that is looked at.
public final class ResultsModel implements Subscription {
  private final Workbench bench;
  private final AcceptanceSource runs;
  private final ResultsSource source;
  private final RunModel run;
  private final Placeholder state = new Placeholder(Text.of("acceptance.results.none"));
  private final ObservableList<Result> all = FXCollections.observableArrayList();
  private final FilteredList<Result> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();
  private long over = -1;

  /// Reads the log now and when a run ends.
  public ResultsModel(
      Workbench bench, Devices devices, AcceptanceSource runs, ResultsSource source) {
    this.bench = bench;
    this.runs = runs;
    this.source = source;
    this.run = new RunModel(bench, runs);
    search.addListener((_, _, _) -> found.setPredicate(this::wanted));
    subscriptions.add(bench.bridge().watch(devices.all(), now -> this.devices = now));
    subscriptions.add(bench.bridge().watch(runs.current(), this::follow));
  }

  private void follow(List<AcceptanceSource.Run> now) {
    long ended = now.stream().filter(one -> one.verdict().isPresent()).count();
    if (ended != over) {
      over = ended;
      refresh();
    }
  }

  /// Every word must stand somewhere in the row.
  private boolean wanted(Result one) {
    String row =
        String.join(
                " ",
                one.id(),
                one.plan(),
                one.device(),
                title(one.device()),
                one.operator(),
                one.outcome(),
                one.why())
            .toLowerCase(Locale.ROOT);
    String wanted = search.get().toLowerCase(Locale.ROOT).strip();
    return List.of(wanted.split("\\s+")).stream().allMatch(row::contains);
  }

  /// Reads the results in the log again.
  public void refresh() {
    state.reading();
    bench
        .background()
        .run(
            "results",
            source::results,
            now -> {
              all.setAll(now);
              state.read();
            },
            fault -> {
              state.failed(fault);
              bench.notices().tell(fault);
            });
  }

  /// Shows a run of the log.
  public void show(String id) {
    bench
        .background()
        .run(
            "result",
            () -> runs.recorded(id),
            shown -> run.show(Optional.of(shown)),
            bench.notices()::tell);
  }

  /// A device as a person names it.
  public String title(String id) {
    return devices.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> DeviceText.literal(one.title()))
        .orElseGet(() -> DeviceChoice.name(id));
  }

  /// Writes the table as it stands for a person to keep.
  public void export(String name, String table) {
    bench
        .background()
        .run(
            "export",
            () -> bench.desk().save(name, table),
            where -> bench.notices().tell(Text.format("table.saved", where)),
            bench.notices()::tell);
  }

  /// What is searched for.
  public StringProperty searchProperty() {
    return search;
  }

  /// What stands where there are no rows: that they are read, that there are none, or why.
  public Placeholder getState() {
    return state;
  }

  /// The runs that the search finds, newest first.
  public ObservableList<Result> getFound() {
    return found;
  }

  /// The run that is looked at.
  public RunModel getRun() {
    return run;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
