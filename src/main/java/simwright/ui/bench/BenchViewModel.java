package simwright.ui.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.at.command.Radio;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.device.Reading;
import simwright.fault.Fault;
import simwright.job.ApnReport;
import simwright.job.Job;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Task;
import simwright.time.Time;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Subscriptions;

/// What the bench shows: a card for each known device, a row for each unknown port, each with its
/// age.
public final class BenchViewModel implements Subscription {
  private static final int STRENGTHS = 60;

  private record Heard(Instant at, Deque<Double> dbm) {}

  private final BenchActs acts;
  private final Navigation navigation;
  private final Notices notices;
  private final Time time;
  private final ObservableList<CardData> cards = FXCollections.observableArrayList();
  private final ObservableList<PortRow> ports = FXCollections.observableArrayList();
  private final Map<String, Heard> heard = new HashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();
  private Map<String, ApnReport> access = Map.of();

  /// Watches the devices through the bridge; ages are renewed every second.
  public BenchViewModel(
      Bridge bridge,
      Time time,
      Devices source,
      BenchActs acts,
      Navigation navigation,
      Notices notices) {
    this.acts = acts;
    this.navigation = navigation;
    this.notices = notices;
    this.time = time;
    Value<Long> second = new Value<>(0L);
    Task tick =
        time.every(Duration.ofSeconds(1), "ages", () -> second.update(before -> before + 1));
    subscriptions.add(tick::cancel);
    subscriptions.add(bridge.watch(source.all(), this::show));
    subscriptions.add(bridge.watch(acts.access().compared(), this::compared));
    subscriptions.add(bridge.watch(second, _ -> show(devices)));
  }

  private void compared(Map<String, ApnReport> now) {
    access = now;
    show(devices);
  }

  private CardData card(Attachment device) {
    CardData.Beside beside =
        new CardData.Beside(
            acts.access().network(device).map(NetworkName::words),
            Optional.ofNullable(access.get(device.id())).flatMap(CardData.Access::of));
    return CardData.of(device, strengths(device.id()), beside, time.now());
  }

  private void show(List<Attachment> now) {
    devices = now;
    now.forEach(this::hear);
    List<CardData> shown =
        now.stream()
            .filter(device -> !device.byHand())
            .filter(device -> !PortRow.quiet(device))
            .map(this::card)
            .toList();
    if (!shown.equals(cards)) {
      cards.setAll(shown);
    }
    List<PortRow> rows = now.stream().filter(PortRow::quiet).map(PortRow::of).toList();
    if (!rows.equals(ports)) {
      ports.setAll(rows);
    }
  }

  private void hear(Attachment device) {
    if (device.snapshot().radio() instanceof Reading.Known<Radio>(Radio radio, Instant at)) {
      Heard before = heard.get(device.id());
      if (before != null && before.at().equals(at)) {
        return;
      }
      Deque<Double> all = before == null ? new ArrayDeque<>() : before.dbm();
      radio.strength().ifPresent(all::addLast);
      if (all.size() > STRENGTHS) {
        all.removeFirst();
      }
      heard.put(device.id(), new Heard(at, all));
    }
  }

  private List<Double> strengths(String id) {
    Heard found = heard.get(id);
    return found == null ? List.of() : List.copyOf(found.dbm());
  }

  /// Opens a device.
  public void connect(String id) {
    navigation.deviceProperty().set(id);
    start(acts::connect, id);
  }

  /// Asks an unknown port who it is.
  public void probe(String id) {
    navigation.deviceProperty().set(id);
    start(acts::probe, id);
  }

  /// Gives a port to another program.
  public void release(String id) {
    start(acts::release, id);
  }

  /// Takes a port back.
  public void takeBack(String id) {
    start(acts::takeBack, id);
  }

  /// Climbs the ladder again.
  public void ping(String id) {
    start(acts::ping, id);
  }

  /// Mends the access points of a device.
  public void repairAccess(String id) {
    start(acts.access()::repair, id);
  }

  /// Takes all off a device that its users left on it.
  public void sanitise(String id) {
    start(acts::sanitise, id);
  }

  /// Starts the simulated bench.
  public void simulate() {
    start(_ -> acts.startSimulatedBench(), "");
  }

  /// Reads every connected device again.
  public void refresh() {
    cards.stream().filter(CardData::connected).map(CardData::id).toList().forEach(this::ping);
  }

  /// Opens another screen with the device as its context.
  public void open(Screen screen, String id) {
    navigation.show(screen, id);
  }

  /// What a probe sends, in one line.
  public String probeWords() {
    return String.join("  ", acts.probeCommands());
  }

  private void start(Function<String, Job<?>> act, String id) {
    try {
      notices.follow(act.apply(id));
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  /// What the runbook says about codes.
  public Notices getNotices() {
    return notices;
  }

  /// The cards, in the order of the devices.
  public ObservableList<CardData> getCards() {
    return cards;
  }

  /// The unknown ports.
  public ObservableList<PortRow> getPorts() {
    return ports;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
