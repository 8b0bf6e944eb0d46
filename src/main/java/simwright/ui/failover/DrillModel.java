package simwright.ui.failover;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunView;
import simwright.acceptance.plan.Plan;
import simwright.job.PlanActs;
import simwright.observe.Subscription;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// The drills there are, the one that is chosen with its variant under load, how often its rounds
/// are carried out, the run under way, and those before it.
public final class DrillModel implements Subscription {
  private static final String LOADED = "-under-load";
  private static final int SHOWN = 30;
  private static final int USUAL = 3;

  private final Workbench bench;
  private final DrillSource source;
  private final ObservableList<Plan> drills = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Plan>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty load = new SimpleBooleanProperty(false);
  private final IntegerProperty times = new SimpleIntegerProperty(USUAL);
  private final ReadOnlyObjectWrapper<Optional<RunView>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Run> former = FXCollections.observableArrayList();
  private final Placeholder state = new Placeholder(Text.of("drill.none"));
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Plan> all = List.of();
  private List<RunView> live = List.of();
  private int asked;

  /// Follows the runs under way on the chosen device.
  public DrillModel(Workbench bench, DrillSource source) {
    this.bench = bench;
    this.source = source;
    chosen.addListener((_, _, _) -> choose());
    load.addListener((_, _, _) -> read());
    bench.navigation().deviceProperty().addListener((_, _, _) -> run());
    subscriptions.add(bench.bridge().watch(source.live(), this::follow));
  }

  /// Reads the plans and the log again.
  public void refresh() {
    bench.background().run("drills", source::drills, this::offer, bench.notices()::tell);
  }

  private void offer(List<Plan> found) {
    all = found;
    String before = chosen.get().map(Plan::name).orElse("");
    drills.setAll(found.stream().filter(each -> !variant(each)).toList());
    chosen.set(
        drills.stream()
            .filter(each -> each.name().equals(before))
            .findFirst()
            .or(() -> drills.stream().findFirst()));
    read();
  }

  private boolean variant(Plan plan) {
    return plan.name().endsWith(LOADED)
        && named(plan.name().substring(0, plan.name().length() - LOADED.length())).isPresent();
  }

  private Optional<Plan> named(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private void choose() {
    if (loaded().isEmpty()) {
      load.set(false);
    }
    read();
  }

  /// The chosen drill's variant under load.
  public Optional<Plan> loaded() {
    return chosen.get().flatMap(each -> named(each.name() + LOADED));
  }

  /// The plan that will be run.
  public Optional<Plan> plan() {
    return load.get() ? loaded().or(chosen::get) : chosen.get();
  }

  private void read() {
    int number = ++asked;
    Optional<Plan> plan = plan();
    if (plan.isEmpty()) {
      former.clear();
      return;
    }
    state.reading();
    bench
        .background()
        .run(
            "former drills",
            () -> source.history(plan.get().name(), SHOWN),
            found -> {
              if (number == asked) {
                state.read();
                former.setAll(found);
              }
            },
            refused -> {
              state.failed(refused);
              bench.notices().tell(refused);
            });
  }

  private void follow(List<RunView> now) {
    live = now;
    run();
  }

  private void run() {
    String device = bench.navigation().getDevice();
    running.set(
        live.stream()
            .filter(each -> !device.isEmpty() && each.run().device().equals(device))
            .filter(each -> named(each.run().plan()).isPresent())
            .findFirst());
  }

  /// Starts the drill on the chosen device.
  public void start() {
    String device = bench.navigation().getDevice();
    if (device.isEmpty()) {
      bench.notices().tell(Text.of("failover.choose"));
      return;
    }
    plan()
        .ifPresent(plan ->
            bench.start(
                () ->
                    source.drill(
                        device,
                        new PlanActs.Wish(
                            plan.name(),
                            OptionalInt.of(times.get()),
                            Optional.empty(),
                            RunHeader.NONE,
                            java.util.Map.of())),
                _ -> read()));
  }

  /// Asks the drill to stop; again to escalate.
  public void cancel() {
    running.get().ifPresent(each -> source.cancel(each.run().id()));
  }

  /// The drills to choose from, those under load beside their originals.
  public ObservableList<Plan> getDrills() {
    return drills;
  }

  /// The drill that is chosen.
  public ObjectProperty<Optional<Plan>> chosenProperty() {
    return chosen;
  }

  /// Whether requests go on beside everything.
  public BooleanProperty loadProperty() {
    return load;
  }

  /// How often its rounds are carried out, 1 to 1000.
  public IntegerProperty timesProperty() {
    return times;
  }

  /// The drill under way on the chosen device.
  public ReadOnlyObjectProperty<Optional<RunView>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The runs before, newest first.
  public ObservableList<Run> getFormer() {
    return former;
  }

  /// What stands where there are none.
  public Placeholder getState() {
    return state;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
