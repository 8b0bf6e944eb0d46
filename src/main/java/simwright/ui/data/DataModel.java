package simwright.ui.data;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import simwright.job.DeviceDone;
import simwright.quota.DataReport;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// What data says of the last days; read again when a person asks or a device was sampled.
public final class DataModel {
  private static final int WEEK = 7;

  private final Workbench bench;
  private final DataSource source;
  private final ReadOnlyObjectWrapper<Optional<DataReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DeviceDone>> done =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final IntegerProperty days = new SimpleIntegerProperty(WEEK);
  private final Placeholder state = new Placeholder(Text.of("data.none"));
  private int asked;

  /// Nothing is read before it is asked for.
  public DataModel(Workbench bench, DataSource source) {
    this.bench = bench;
    this.source = source;
    days.addListener((_, _, _) -> refresh());
    bench.navigation().deviceProperty().addListener((_, _, _) -> refresh());
  }

  /// Reads the report again.
  public void refresh() {
    int number = ++asked;
    int wanted = days.get();
    String device = bench.navigation().getDevice();
    state.reading();
    bench
        .background()
        .run(
            "data",
            () -> read(device, wanted),
            now -> {
              if (number == asked) {
                state.read();
                done.set(now.done());
                report.set(Optional.of(now.report()));
              }
            },
            refused -> {
              state.failed(refused);
              bench.notices().tell(refused);
            });
  }

  /// What was read in one go.
  private record Read(DataReport report, Optional<DeviceDone> done) {}

  private Read read(String device, int wanted) {
    return new Read(
        source.report(wanted),
        device.isEmpty() ? Optional.empty() : Optional.of(source.done(device, wanted)));
  }

  /// Reads the counters of the chosen device.
  public void sample() {
    String device = bench.navigation().getDevice();
    if (device.isEmpty()) {
      bench.notices().tell(Text.of("data.choose"));
    } else {
      bench.start(() -> source.sample(device), _ -> refresh());
    }
  }

  /// Has a handset hold back what its applications do in the background.
  public void hold(String device) {
    bench.start(() -> source.hold(device), _ -> refresh());
  }

  /// What was read last.
  public ReadOnlyObjectProperty<Optional<DataReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// How the chosen device did; set before the report is.
  public ReadOnlyObjectProperty<Optional<DeviceDone>> doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// How many days are shown.
  public IntegerProperty daysProperty() {
    return days;
  }

  /// What stands where there is nothing.
  public Placeholder getState() {
    return state;
  }
}
