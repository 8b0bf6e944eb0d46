package simwright.ui.acceptance;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.observe.Subscription;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// What the bench of the test lab shows: the grid, how runs are started, what they ask, the run of
/// the chosen slot, and what a device that was left unsafe needs.
public final class AcceptanceViewModel implements Subscription {
  private static final int FEW = 4;

  private final Workbench bench;
  private final AcceptanceSource source;
  private final SlotsModel slots;
  private final StartModel start;
  private final QueueModel queue;
  private final RunModel run;
  private final ReadOnlyObjectWrapper<Optional<Slot>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper unsafe = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper removable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper waits = new ReadOnlyStringWrapper("");
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final Subscriptions subscriptions = new Subscriptions();
  private boolean opened;
  private long over;

  /// Watches runs and devices through the bridge; `asked` takes what runs ask.
  public AcceptanceViewModel(
      Workbench bench, Devices devices, AcceptanceSource source, QuestionQueue asked) {
    this.bench = bench;
    this.source = source;
    this.slots = new SlotsModel(bench, devices, source, asked);
    this.start = new StartModel(bench, source, asked, slots);
    this.queue = new QueueModel(bench, asked, slots);
    this.run = new RunModel(bench, source);
    List.of(queue, start, slots).forEach(subscriptions::add);
    slots.getSlots().addListener((ListChangeListener<Slot>) _ -> show());
    bench.navigation().deviceProperty().addListener((_, _, _) -> show());
    subscriptions.add(bench.bridge().watch(source.current(), this::follow));
  }

  private void follow(List<AcceptanceSource.Run> now) {
    long ended = now.stream().filter(one -> one.verdict().isPresent()).count();
    if (ended != over) {
      over = ended;
      start.estimate();
    }
    show();
  }

  private void show() {
    String device = bench.navigation().getDevice();
    Optional<Slot> slot = slots.slot(device);
    chosen.set(slot);
    title.set(slot.map(Slot::title).orElse(""));
    removable.set(slot.filter(HandModel::offers).isPresent());
    waits.set(slot.map(Slot::waits).orElse(""));
    left.set(
        slots
            .unsafe(device)
            .map(each ->
                Text.format(
                    "acceptance.unsafe",
                    each.run(),
                    each.plan(),
                    DeviceText.literal(each.byHand())))
            .orElse(""));
    unsafe.set(!left.get().isEmpty());
    run.show(slots.run(device));
    if (!opened) {
      open.set(slot.isPresent() && slots.getSlots().size() <= FEW);
    }
  }

  /// Chooses a slot and opens what is known of it.
  public void choose(String device) {
    bench.navigation().deviceProperty().set(device);
    opened = true;
    open.set(true);
  }

  /// Folds what is known of the chosen slot away; false where it was not open.
  public boolean fold() {
    boolean before = open.get();
    opened = true;
    open.set(false);
    return before;
  }

  /// Takes a device that is tested by hand off the bench.
  public void takeAway(String device) {
    slots.slot(device).ifPresent(start::takeAway);
  }

  /// Does what comes next with a device.
  public void act(String device) {
    slots.slot(device).ifPresent(slot -> act(slot, slot.act()));
  }

  private void act(Slot slot, Slot.Act act) {
    switch (act) {
      case RUN -> start.start(slot.device());
      case ABORT, HURRY, LEAVE -> slots.abort(slot.device());
      case CONNECT -> begin(() -> source.connect(slot.device()));
      case TAKE_BACK -> begin(() -> source.takeBack(slot.device()));
      case RESOLVE -> choose(slot.device());
      case NONE -> {}
    }
  }

  /// Sees to the chosen device; `done` says what a person has done by hand.
  public void resolve(String done) {
    String device = bench.navigation().getDevice();
    if (!done.isBlank() && slots.unsafe(device).isPresent()) {
      begin(() -> source.resolve(device, done.strip()));
    }
  }

  private void begin(java.util.function.Supplier<Job<?>> act) {
    try {
      bench.notices().follow(act.get());
    } catch (Fault refused) {
      bench.notices().tell(refused);
    }
  }

  /// Reads plans and what was left unsafe again.
  public void refresh() {
    start.refresh();
    slots.safety();
  }

  /// The grid.
  public SlotsModel getSlots() {
    return slots;
  }

  /// How runs are started.
  public StartModel getStart() {
    return start;
  }

  /// What runs ask.
  public QueueModel getQueue() {
    return queue;
  }

  /// The run of the chosen slot.
  public RunModel getRun() {
    return run;
  }

  /// The chosen slot.
  public ReadOnlyObjectProperty<Optional<Slot>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The device of the chosen slot.
  public String getTitle() {
    return title.get();
  }

  /// The device of the chosen slot.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// What keeps plans from running on the chosen device; "" for nothing.
  public String getLeft() {
    return left.get();
  }

  /// What keeps plans from running on the chosen device; "" for nothing.
  public ReadOnlyStringProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /// Whether the chosen device was left unsafe.
  public boolean isUnsafe() {
    return unsafe.get();
  }

  /// Whether the chosen device was left unsafe.
  public ReadOnlyBooleanProperty unsafeProperty() {
    return unsafe.getReadOnlyProperty();
  }

  /// Whether the chosen device is one that is tested by hand and can be taken away now.
  public boolean isRemovable() {
    return removable.get();
  }

  /// Whether the chosen device is one that is tested by hand and can be taken away now.
  public ReadOnlyBooleanProperty removableProperty() {
    return removable.getReadOnlyProperty();
  }

  /// What a wish to stop waits for, or leaves behind; "" without one.
  public String getWaits() {
    return waits.get();
  }

  /// What a wish to stop waits for, or leaves behind; "" without one.
  public ReadOnlyStringProperty waitsProperty() {
    return waits.getReadOnlyProperty();
  }

  /// Whether what is known of the chosen slot is open.
  public BooleanProperty openProperty() {
    return open;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
