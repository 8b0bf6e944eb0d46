package simwright.ui.acceptance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.RunHeader;
import simwright.device.Attachment;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.observe.Subscription;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// How runs are started: the plan chosen for the bench, the field that takes a scan, and for whom
/// and where. A scan starts the plan on the device that it means and on no other; one that means
/// none is the asset tag of the next device.
public final class StartModel implements Subscription {
  private static final String PLAN = "acceptance.plan";

  private final Workbench bench;
  private final AcceptanceSource source;
  private final QuestionQueue queue;
  private final SlotsModel slots;
  private final HandModel hand;
  private final HeaderModel header;
  private final ObjectProperty<AcceptanceSource.@Nullable Plan> plan = new SimpleObjectProperty<>();
  private final StringProperty scan = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper operator = new ReadOnlyStringWrapper("");
  private final Map<String, Scan.Tag> tags = new HashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<AcceptanceSource.Plan> plans = List.of();
  private String offered = "";

  /// Starts what a person chooses on these slots; `queue` takes what the runs ask.
  public StartModel(
      Workbench bench, AcceptanceSource source, QuestionQueue queue, SlotsModel slots) {
    this.bench = bench;
    this.source = source;
    this.queue = queue;
    this.slots = slots;
    this.hand = new HandModel(bench, source);
    this.header = new HeaderModel(bench.desk());
    plan.addListener((_, _, now) -> {
      if (now != null) {
        bench.desk().keep(PLAN, now.id());
      }
      describe("");
      estimate();
    });
    scan.addListener((_, _, _) -> {
      says.set("");
      offered = "";
    });
    subscriptions.add(bench.bridge().watch(source.operator(), operator::set));
    refresh();
  }

  /// Reads the plans again; the chosen one stays chosen.
  public void refresh() {
    plans = source.plans();
    slots.plans(plans);
    AcceptanceSource.Plan before = plan.get();
    String wanted = before == null ? bench.desk().recall(PLAN) : before.id();
    plan.set(
        plans.stream()
            .filter(each -> each.id().equals(wanted))
            .findFirst()
            .or(() -> plans.stream().findFirst())
            .orElse(null));
    bench
        .background()
        .run(
            "plans",
            source::refused,
            all -> all.forEach(bench.notices()::tell),
            bench.notices()::tell);
    estimate();
  }

  /// How long the chosen plan usually takes, told anew.
  void estimate() {
    AcceptanceSource.Plan chosen = plan.get();
    if (chosen != null) {
      bench
          .background()
          .run(
              "estimate",
              () -> source.usual(chosen.id()),
              took -> describe(took.map(StartModel::usually).orElse("")),
              bench.notices()::tell);
    }
  }

  private static String usually(Duration took) {
    return Text.format("acceptance.usual", Ages.length(took.plusMillis(999)));
  }

  private void describe(String usual) {
    AcceptanceSource.Plan chosen = plan.get();
    about.set(
        chosen == null
            ? Text.of("acceptance.plan.none")
            : Text.format(
                    "acceptance.plan.about",
                    DeviceText.literal(chosen.about()),
                    chosen.steps(),
                    usual)
                .strip());
  }

  /// Enter in the field: starts the plan on the device that the text means, else on the one that a
  /// person chose.
  public void enter() {
    String text = scan.get().strip();
    if (text.isEmpty()) {
      slots.slot(bench.navigation().getDevice()).ifPresent(one -> start(one, false));
      return;
    }
    List<Attachment> found = Scan.find(text, slots.devices(), tags);
    if (found.size() == 1) {
      slots.slot(found.getFirst().id()).ifPresent(one -> start(one, true));
    } else if (found.size() > 1) {
      say("scan.many", text);
    } else if (HandModel.meant(text)) {
      addByHand(text);
    } else {
      tag(text);
    }
  }

  /// Puts a device on the bench that no tool can drive, by its name, and chooses it.
  public void addByHand(String name) {
    hand.add(name)
        .ifPresent(id -> {
          scan.set("");
          bench.navigation().deviceProperty().set(id);
          AcceptanceSource.Plan chosen = plan.get();
          String called = DeviceText.literal(LinkAddress.parse(id).path());
          says.set(
              chosen == null || chosen.needsLink()
                  ? otherPlan(called)
                  : Text.format("hand.added", called, DeviceText.literal(chosen.title())));
        });
  }

  /// Takes a device that is tested by hand off the bench, where that can be done now.
  void takeAway(Slot slot) {
    if (hand.takeAway(slot)) {
      says.set(Text.format("hand.taken-away", slot.title()));
    }
  }

  /// The chosen plan asks the device itself; which one does not.
  private String otherPlan(String title) {
    AcceptanceSource.Plan chosen = plan.get();
    String now = chosen == null ? "" : DeviceText.literal(chosen.title());
    return plans.stream()
        .filter(each -> !each.needsLink())
        .findFirst()
        .map(each -> Text.format("hand.other-plan", title, now, DeviceText.literal(each.title())))
        .orElseGet(() -> Text.format("hand.no-plan", title, now));
  }

  /// Whether a plan can be run on the device of a slot, ready or not.
  static boolean fits(AcceptanceSource.Plan plan, Slot slot) {
    return !slot.byHand() || !plan.needsLink();
  }

  private void tag(String text) {
    List<Slot> free = slots.getSlots().stream().filter(this::untagged).toList();
    Optional<Slot> chosen = slots.slot(bench.navigation().getDevice()).filter(Slot::ready);
    if (free.size() == 1) {
      give(free.getFirst(), text);
    } else if (offered.equals(text) && chosen.isPresent()) {
      give(chosen.get(), text);
    } else if (chosen.isPresent()) {
      offered = text;
      says.set(Text.format("scan.offer", DeviceText.literal(text), chosen.get().title()));
    } else {
      say("scan.none", text);
    }
  }

  /// A device that waits for its first run and that no tag was given to.
  private boolean untagged(Slot slot) {
    return slot.ready()
        && slots.run(slot.device()).isEmpty()
        && tags.values().stream().noneMatch(tag -> tag.device().equals(slot.device()));
  }

  private void give(Slot slot, String tag) {
    header.of(HeaderModel.Field.ASSET).set(tag);
    slots.devices().stream()
        .filter(one -> one.id().equals(slot.device()))
        .findFirst()
        .ifPresent(one -> tags.put(Scan.plain(tag), Scan.Tag.of(one)));
    start(slot, true);
  }

  private void say(String key, String text) {
    says.set(Text.format(key, DeviceText.literal(text)));
  }

  /// Starts the chosen plan on a device; a device that cannot take it says so.
  private void start(Slot slot, boolean scanned) {
    bench.navigation().deviceProperty().set(slot.device());
    AcceptanceSource.Plan chosen = plan.get();
    if (!slot.ready() || chosen == null) {
      says.set(Text.format("scan.not-ready", slot.title(), slot.word()));
      return;
    }
    if (!fits(chosen, slot)) {
      says.set(otherPlan(slot.title()));
      return;
    }
    String tag =
        tags.entrySet().stream()
            .filter(each -> each.getValue().device().equals(slot.device()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    if (header.of(HeaderModel.Field.ASSET).get().isBlank() && !tag.isEmpty()) {
      header.of(HeaderModel.Field.ASSET).set(shown(slot.device()).orElse(tag));
    }
    begin(slot.device(), header.forOne());
    if (scanned) {
      scan.set("");
    }
    says.set(Text.format("scan.started", slot.title()));
  }

  /// The tag as it was written when the device was run under it.
  private Optional<String> shown(String device) {
    return slots.run(device).map(run -> run.header().asset()).filter(tag -> !tag.isBlank());
  }

  /// Starts the chosen plan on a device.
  public void start(String device) {
    slots.slot(device).ifPresent(one -> start(one, false));
  }

  /// Starts the chosen plan on every device that is ready.
  public void startAll() {
    AcceptanceSource.Plan chosen = plan.get();
    List<Slot> ready =
        slots.getSlots().stream()
            .filter(slot -> slot.ready() && chosen != null && fits(chosen, slot))
            .toList();
    if (ready.isEmpty()) {
      says.set(Text.of("scan.all.none"));
      return;
    }
    String batch = ready.size() > 1 ? source.batch() : "";
    ready.forEach(slot -> begin(slot.device(), header.forAll(batch)));
    says.set(Text.format("scan.all", ready.size()));
  }

  private void begin(String device, RunHeader of) {
    AcceptanceSource.Plan chosen = plan.get();
    if (chosen == null) {
      return;
    }
    try {
      bench
          .notices()
          .follow(source.run(new AcceptanceSource.Wish(chosen.id(), device, of), queue.of(device)));
    } catch (Fault refused) {
      bench.notices().tell(refused);
    }
  }

  /// The plans there are.
  public List<AcceptanceSource.Plan> plans() {
    return plans;
  }

  /// The plan chosen for the bench.
  public ObjectProperty<AcceptanceSource.@Nullable Plan> planProperty() {
    return plan;
  }

  /// What is scanned or typed.
  public StringProperty scanProperty() {
    return scan;
  }

  /// What came of it, in words.
  public String getSays() {
    return says.get();
  }

  /// What came of it, in words.
  public ReadOnlyStringProperty saysProperty() {
    return says.getReadOnlyProperty();
  }

  /// What the chosen plan proves, how many steps it has and how long it usually takes.
  public String getAbout() {
    return about.get();
  }

  /// What the chosen plan proves, how many steps it has and how long it usually takes.
  public ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /// Whose name stands in the records.
  public String getOperator() {
    return operator.get();
  }

  /// Whose name stands in the records.
  public ReadOnlyStringProperty operatorProperty() {
    return operator.getReadOnlyProperty();
  }

  /// For whom and where.
  public HeaderModel getHeader() {
    return header;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
