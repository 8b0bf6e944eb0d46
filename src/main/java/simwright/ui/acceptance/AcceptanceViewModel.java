package simwright.ui.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.transcript.TranscriptRange;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Ages;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;
import simwright.ui.part.State;

/// What the acceptance screen shows: the plan and device chosen, the run with its verdict, older
/// results, and the bytes behind a measurement.
public final class AcceptanceViewModel implements Subscription {
  private final AcceptanceSource source;
  private final Background background;
  private final Navigation navigation;
  private final Notices notices;
  private final ObjectProperty<AcceptanceSource.@Nullable Plan> plan = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<AcceptanceSource.Run>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> verdict = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper verdictWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper bytes = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper evidence = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper byHand = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper usual = new ReadOnlyStringWrapper("");
  private final Placeholder resultsState = new Placeholder(Text.of("acceptance.results.none"));
  private final ObservableList<AcceptanceSource.Run> slots = FXCollections.observableArrayList();
  private final ObservableList<AcceptanceSource.Result> results =
      FXCollections.observableArrayList();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();

  /// Watches runs and devices through the bridge.
  public AcceptanceViewModel(
      Bridge bridge,
      Background background,
      Devices devices,
      AcceptanceSource source,
      Navigation navigation,
      Notices notices) {
    this.source = source;
    this.background = background;
    this.navigation = navigation;
    this.notices = notices;
    source.plans().stream().findFirst().ifPresent(plan::set);
    evidence.bind(bytes.isNotEmpty());
    plan.addListener((_, _, _) -> choose());
    plan.addListener((_, _, _) -> estimate());
    navigation
        .deviceProperty()
        .addListener((_, _, _) -> {
          choose();
          newest().ifPresent(this::show);
        });
    subscriptions.add(
        bridge.watch(
            devices.all(),
            all -> {
              this.devices = all;
              choose();
            }));
    subscriptions.add(bridge.watch(source.current(), this::follow));
    background.run("plans", source::refused, all -> all.forEach(notices::tell), notices::tell);
    estimate();
    refresh();
  }

  /// The runs of all devices go on; the one of the chosen device is shown when it does.
  private void follow(List<AcceptanceSource.Run> now) {
    Optional<AcceptanceSource.Run> before = newest();
    boolean over = ended(now) != ended(slots);
    slots.setAll(now);
    newest()
        .filter(run -> !Optional.of(run).equals(before))
        .filter(run -> isShown(run) || !before.map(same(run)).orElse(false))
        .ifPresent(this::show);
    if (over) {
      refresh();
      estimate();
    }
  }

  private boolean isShown(AcceptanceSource.Run one) {
    return run.get().map(same(one)).orElse(false);
  }

  private static Function<AcceptanceSource.Run, Boolean> same(AcceptanceSource.Run one) {
    return other -> other.id().equals(one.id());
  }

  private static long ended(List<AcceptanceSource.Run> runs) {
    return runs.stream()
        .filter(run -> run.verdict().isPresent())
        .map(AcceptanceSource.Run::id)
        .distinct()
        .count();
  }

  private Optional<AcceptanceSource.Run> newest() {
    return slots.stream().filter(run -> run.device().equals(navigation.getDevice())).findFirst();
  }

  /// Reads the results in the log again.
  public void refresh() {
    resultsState.reading();
    background.run(
        "results",
        source::results,
        found -> {
          results.setAll(found);
          resultsState.read();
        },
        fault -> {
          resultsState.failed(fault);
          notices.tell(fault);
        });
  }

  private void estimate() {
    AcceptanceSource.Plan chosen = plan.get();
    usual.set("");
    if (chosen != null) {
      background.run(
          "estimate",
          () -> source.usual(chosen.id()),
          took -> usual.set(took.map(this::usually).orElse("")),
          notices::tell);
    }
  }

  private String usually(Duration took) {
    return Text.format("acceptance.usual", Ages.length(took.plusMillis(999)));
  }

  private void choose() {
    Optional<Attachment> chosen =
        devices.stream().filter(one -> one.id().equals(navigation.getDevice())).findFirst();
    device.set(
        chosen
            .map(one -> DeviceText.literal(one.title()))
            .orElseGet(() -> Text.of("acceptance.device.none")));
    ready.set(
        plan.get() != null
            && chosen.filter(one -> one.state() == Attachment.State.CONNECTED).isPresent());
  }

  /// Shows a run: the one under way or an older one.
  public void show(AcceptanceSource.Run shown) {
    if (!run.get().map(AcceptanceSource.Run::id).equals(Optional.of(shown.id()))) {
      bytes.set("");
    }
    run.set(Optional.of(shown));
    finished.set(shown.verdict().isPresent());
    verdict.set(shown.verdict().orElse(State.BUSY));
    verdictWords.set(shown.verdict().isPresent() ? shown.outcome() : Text.of("acceptance.running"));
    why.set(DeviceText.literal(shown.why()));
    byHand.set(
        shown.byHand().isEmpty()
            ? ""
            : Text.format("acceptance.by-hand", DeviceText.literal(shown.byHand())));
    var at = shown.progress();
    share.set(at.total() == 0 ? 0 : (double) at.done() / at.total());
    progress.set(finished.get() ? "" : far(at));
  }

  private static String far(AcceptanceSource.Progress at) {
    String words =
        Text.format(
            "acceptance.progress", at.done(), at.total(), DeviceText.literal(at.step()).strip());
    return at.left()
        .map(left -> words + " · " + Text.format("acceptance.left", Ages.length(left)))
        .orElse(words);
  }

  /// Shows a result of the log.
  public void show(AcceptanceSource.Result result) {
    background.run("result", () -> source.recorded(result.id()), this::show, notices::tell);
  }

  /// Chooses the device of a slot and shows its run.
  public void choose(AcceptanceSource.Run slot) {
    navigation.deviceProperty().set(slot.device());
    show(slot);
  }

  /// A device as a person names it.
  public String title(String id) {
    return devices.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> DeviceText.literal(one.title()))
        .orElseGet(() -> DeviceChoice.name(id));
  }

  /// Runs the chosen plan on the chosen device.
  public void start() {
    AcceptanceSource.Plan chosen = plan.get();
    if (chosen == null || !ready.get()) {
      return;
    }
    bytes.set("");
    try {
      notices.follow(source.run(chosen.id(), navigation.getDevice()));
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  /// The devices a plan can run on now.
  public List<DeviceChoice> ready() {
    return devices.stream()
        .filter(one -> one.state() == Attachment.State.CONNECTED)
        .map(DeviceChoice::of)
        .toList();
  }

  /// Runs a plan on a device, which becomes the chosen one.
  public void start(AcceptanceSource.Plan chosen, DeviceChoice on) {
    navigation.deviceProperty().set(on.id());
    plan.set(chosen);
    start();
  }

  /// Shows the bytes of a range.
  public void open(String name, TranscriptRange range) {
    background.run(
        "evidence",
        () -> source.bytes(range),
        lines -> {
          StringBuilder text = new StringBuilder();
          text.append(
              Text.format("acceptance.bytes", name, range.file(), range.from(), range.to()));
          lines.forEach(line -> text.append('\n').append(DeviceText.literal(line.format())));
          bytes.set(text.toString());
        },
        notices::tell);
  }

  /// Writes the report of the run shown and says where it lies.
  public void report(AcceptanceSource.Form form) {
    run.get()
        .ifPresent(shown ->
            background.run(
                "report",
                () -> source.report(shown.id(), form),
                where -> notices.tell(Text.format("acceptance.reported", where)),
                notices::tell));
  }

  /// Writes the table of results as it stands for a person to keep.
  public void export(Desk desk, String table) {
    background.run(
        "export",
        () -> desk.save("results.csv", table),
        where -> notices.tell(Text.format("table.saved", where)),
        notices::tell);
  }

  /// The plans there are.
  public List<AcceptanceSource.Plan> plans() {
    return source.plans();
  }

  /// The plan chosen.
  public ObjectProperty<AcceptanceSource.@Nullable Plan> planProperty() {
    return plan;
  }

  /// The run shown.
  public ReadOnlyObjectProperty<Optional<AcceptanceSource.Run>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /// The run shown.
  public Optional<AcceptanceSource.Run> getRun() {
    return run.get();
  }

  /// The verdict of the run shown.
  public State getVerdict() {
    return verdict.get();
  }

  /// The verdict of the run shown.
  public ReadOnlyObjectProperty<State> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /// The verdict in its own word.
  public String getVerdictWords() {
    return verdictWords.get();
  }

  /// The verdict in its own word.
  public ReadOnlyStringProperty verdictWordsProperty() {
    return verdictWords.getReadOnlyProperty();
  }

  /// Why the verdict is as it is.
  public String getWhy() {
    return why.get();
  }

  /// Why the verdict is as it is.
  public ReadOnlyStringProperty whyProperty() {
    return why.getReadOnlyProperty();
  }

  /// The chosen device.
  public String getDevice() {
    return device.get();
  }

  /// The chosen device.
  public ReadOnlyStringProperty deviceProperty() {
    return device.getReadOnlyProperty();
  }

  /// Whether a run can start.
  public boolean isReady() {
    return ready.get();
  }

  /// Whether a run can start.
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /// The bytes behind what was clicked.
  public String getBytes() {
    return bytes.get();
  }

  /// The bytes behind what was clicked.
  public ReadOnlyStringProperty bytesProperty() {
    return bytes.getReadOnlyProperty();
  }

  /// Whether the run shown has its verdict.
  public boolean isFinished() {
    return finished.get();
  }

  /// Whether the run shown has its verdict.
  public ReadOnlyBooleanProperty finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /// Whether bytes are shown.
  public boolean isEvidence() {
    return evidence.get();
  }

  /// Whether bytes are shown.
  public ReadOnlyBooleanProperty evidenceProperty() {
    return evidence.getReadOnlyProperty();
  }

  /// The newest run of each device.
  public ObservableList<AcceptanceSource.Run> getSlots() {
    return slots;
  }

  /// What a person must do where the safe state could not be reached; "" else.
  public String getByHand() {
    return byHand.get();
  }

  /// What a person must do where the safe state could not be reached; "" else.
  public ReadOnlyStringProperty byHandProperty() {
    return byHand.getReadOnlyProperty();
  }

  /// How far the run shown is, in words; "" when it is over.
  public String getProgress() {
    return progress.get();
  }

  /// How far the run shown is, in words; "" when it is over.
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How far the run shown is, of 1.
  public double getShare() {
    return share.get();
  }

  /// How far the run shown is, of 1.
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /// How long the chosen plan usually takes, in words; "" when that is not known.
  public ReadOnlyStringProperty usualProperty() {
    return usual.getReadOnlyProperty();
  }

  /// What stands where there are no results: that they are read, that there are none, or why.
  public Placeholder getResultsState() {
    return resultsState;
  }

  /// The runs in the log, newest first.
  public ObservableList<AcceptanceSource.Result> getResults() {
    return results;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
