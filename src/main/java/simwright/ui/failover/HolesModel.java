package simwright.ui.failover;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;
import simwright.observe.Subscription;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// The alarms of holes, and how well regions are covered; read again when the log says that either
/// may have changed.
public final class HolesModel implements Subscription {
  private final Workbench bench;
  private final HoleSource source;
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Placeholder state = new Placeholder(Text.of("holes.none"));
  private final Subscriptions subscriptions = new Subscriptions();
  private boolean reading;
  private boolean again;

  /// What was read together.
  public record Found(List<Alarm> alarms, List<RegionCoverage> regions) {
    public Found {
      alarms = List.copyOf(alarms);
      regions = List.copyOf(regions);
    }
  }

  /// Follows what changes holes.
  public HolesModel(Workbench bench, HoleSource source) {
    this.bench = bench;
    this.source = source;
    subscriptions.add(bench.bridge().watch(source.changed(), _ -> refresh()));
  }

  /// Reads both; one reading at a time, the newest wish last.
  public void refresh() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    state.reading();
    bench
        .background()
        .run(
            "holes",
            () -> new Found(source.alarms(), source.coverage()),
            now -> {
              state.read();
              found.set(Optional.of(now));
              next();
            },
            refused -> {
              state.failed(refused);
              bench.notices().tell(refused);
              next();
            });
  }

  private void next() {
    reading = false;
    if (again) {
      again = false;
      refresh();
    }
  }

  /// A person has seen an alarm; it holds until the hole is mended.
  public void acknowledge(Alarm alarm) {
    bench
        .background()
        .run(
            "acknowledge",
            () -> {
              source.acknowledge(alarm);
              return alarm;
            },
            _ -> refresh(),
            bench.notices()::tell);
  }

  /// Shows the catalog, whose matrix has the same regions.
  public void catalog() {
    bench.navigation().show(Screen.CATALOG);
  }

  /// What was read last.
  public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// What stands where there is nothing.
  public Placeholder getState() {
    return state;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
