package simwright.ui.frame;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.device.Rung;
import simwright.job.JobView;
import simwright.job.Jobs;
import simwright.link.PortRole;
import simwright.observe.Subscription;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.LadderView;
import simwright.ui.part.State;

/// What the frame shows: the devices to choose from, the chosen one in a line, jobs, the log.
public final class FrameViewModel implements Subscription {
  private final Jobs jobs;
  private final Navigation navigation;
  private final Notices notices;
  private final ObservableList<DeviceChoice> choices = FXCollections.observableArrayList();
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> deviceState = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> logState = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyBooleanWrapper simulated = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper lab = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Text.of("frame.name"));
  private final Subscriptions subscriptions = new Subscriptions();
  private final boolean bundle;
  private List<Attachment> devices = List.of();

  /// What of the program is watched.
  public record Watched(Jobs jobs, Devices devices, StatusSource status, TrustSource trust) {}

  /// Watches the program through the bridge.
  public FrameViewModel(Watched watched, Bridge bridge, Navigation navigation, Notices notices) {
    this.jobs = watched.jobs();
    this.navigation = navigation;
    this.notices = notices;
    this.bundle = watched.status().bundle();
    title.set(name(List.of()));
    navigation.deviceProperty().addListener((_, _, _) -> showDevice());
    subscriptions.add(bridge.watch(watched.devices().all(), this::show));
    subscriptions.add(bridge.watch(jobs.running(), this::showJobs));
    subscriptions.add(bridge.watch(watched.status().log(), this::show));
    subscriptions.add(bridge.watch(watched.trust().labRoots(), this::showLab));
  }

  /// Whether the window shows a bundle, read-only.
  public boolean isBundle() {
    return bundle;
  }

  /// Asks a job to stop; pressed again, with more haste.
  public void cancel(String id) {
    jobs.cancel(id);
  }

  /// Asks the newest job to stop, if there is one.
  public boolean cancelNewest() {
    if (rows.isEmpty()) {
      return false;
    }
    cancel(rows.getLast().id());
    return true;
  }

  private void show(List<Attachment> next) {
    devices = next;
    List<DeviceChoice> now = next.stream().map(DeviceChoice::of).toList();
    if (!now.equals(choices)) {
      choices.setAll(now);
    }
    simulated.set(next.stream().anyMatch(Attachment::simulated));
    if (chosen().isEmpty()) {
      likely(next).ifPresent(id -> navigation.deviceProperty().set(id));
    }
    showDevice();
  }

  /// Only a device that is known to answer is chosen unasked, never a port nobody knows.
  private static Optional<String> likely(List<Attachment> all) {
    return all.stream()
        .filter(one -> one.state() != Attachment.State.GONE)
        .filter(one -> one.port().role() == PortRole.AT_PRIMARY)
        .map(Attachment::id)
        .findFirst();
  }

  private Optional<Attachment> chosen() {
    return devices.stream().filter(one -> one.id().equals(navigation.getDevice())).findFirst();
  }

  private void showLab(List<String> roots) {
    lab.set(roots.isEmpty() ? "" : Text.format("status.lab.roots", String.join(", ", roots)));
    title.set(name(roots));
  }

  private String name(List<String> roots) {
    if (bundle) {
      return Text.of("frame.name.bundle");
    }
    return Text.of(roots.isEmpty() ? "frame.name" : "frame.name.lab");
  }

  private void showDevice() {
    Optional<Attachment> chosen = chosen();
    device.set(chosen.map(FrameViewModel::line).orElse(""));
    deviceState.set(chosen.map(FrameViewModel::state).orElse(State.IDLE));
  }

  /// The highest rung that says something: a failing one first, else the last that holds.
  private static Optional<Rung> telling(Attachment one) {
    List<Rung> ladder = one.snapshot().ladder();
    return ladder.stream()
        .filter(rung -> rung.state() == Rung.State.FAILED)
        .findFirst()
        .or(() -> ladder.stream().filter(rung -> rung.state() == Rung.State.WAITING).findFirst())
        .or(() ->
            ladder.stream()
                .filter(rung -> rung.step() == Rung.Step.REGISTERED)
                .filter(rung -> rung.state() == Rung.State.PASSED)
                .findFirst());
  }

  private static String line(Attachment one) {
    String signal =
        one.snapshot()
            .radio()
            .value()
            .flatMap(radio ->
                radio
                    .strength()
                    .map(dbm ->
                        radio.technology().map(t -> t + " ").orElse("")
                            + Text.format("bench.dbm", Math.round(dbm))))
            .map(words -> " · " + words)
            .orElse("");
    return DeviceText.literal(telling(one).map(rung -> rung.words() + signal).orElse(""));
  }

  private static State state(Attachment one) {
    return telling(one).map(rung -> LadderView.state(rung.state())).orElse(State.IDLE);
  }

  private void showJobs(List<JobView> running) {
    rows.setAll(running.stream().map(job -> JobRow.of(job, title(job.device()))).toList());
  }

  private String title(String id) {
    return devices.stream()
        .filter(one -> one.id().equals(id))
        .map(Attachment::title)
        .findFirst()
        .orElse(id);
  }

  private void show(StatusSource.LogState state) {
    logState.set(state.good() ? State.PASS : State.ERROR);
    log.set(
        state.good()
            ? Text.format("status.log.good", state.unanchored())
            : Text.of("status.log.bad"));
  }

  /// The devices to choose from.
  public ObservableList<DeviceChoice> getChoices() {
    return choices;
  }

  /// The chosen device among the choices.
  public Optional<DeviceChoice> choice() {
    return choices.stream()
        .filter(one -> Objects.equals(one.id(), navigation.getDevice()))
        .findFirst();
  }

  /// The running jobs, oldest first.
  public ObservableList<JobRow> getJobs() {
    return rows;
  }

  /// Where a person is.
  public Navigation getNavigation() {
    return navigation;
  }

  /// What a person should know.
  public Notices getNotices() {
    return notices;
  }

  /// The chosen device in a line.
  public String getDevice() {
    return device.get();
  }

  /// The chosen device in a line.
  public ReadOnlyStringProperty deviceProperty() {
    return device.getReadOnlyProperty();
  }

  /// How the chosen device stands.
  public State getDeviceState() {
    return deviceState.get();
  }

  /// How the chosen device stands.
  public ReadOnlyObjectProperty<State> deviceStateProperty() {
    return deviceState.getReadOnlyProperty();
  }

  /// The log in words.
  public String getLog() {
    return log.get();
  }

  /// The log in words.
  public ReadOnlyStringProperty logProperty() {
    return log.getReadOnlyProperty();
  }

  /// How the log stands.
  public State getLogState() {
    return logState.get();
  }

  /// How the log stands.
  public ReadOnlyObjectProperty<State> logStateProperty() {
    return logState.getReadOnlyProperty();
  }

  /// Whether a simulated device is attached.
  public boolean isSimulated() {
    return simulated.get();
  }

  /// Whether a simulated device is attached.
  public ReadOnlyBooleanProperty simulatedProperty() {
    return simulated.getReadOnlyProperty();
  }

  /// Which test roots are believed, in words; "" outside a lab.
  public String getLab() {
    return lab.get();
  }

  /// Which test roots are believed, in words; "" outside a lab.
  public ReadOnlyStringProperty labProperty() {
    return lab.getReadOnlyProperty();
  }

  /// What the window is called.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
