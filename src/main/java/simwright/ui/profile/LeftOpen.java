package simwright.ui.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.lpa.Intent;
import simwright.lpa.Reconciliation.Settled;
import simwright.observe.Subscription;
import simwright.ui.frame.Action;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// What was begun on cards by programs that are gone and of which the end is not known. It is told
/// at the start and whenever a device is connected; only the card can say what became of it.
public final class LeftOpen implements Subscription {
  private final Workshop shop;
  private final ProfilesSource source;
  private final Navigation navigation;
  private final ObservableList<Intent> open = FXCollections.observableArrayList();
  private final ObservableList<Settled> said = FXCollections.observableArrayList();
  private final Map<String, Action> told = new HashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();
  private Set<String> connected = Set.of();

  /// Of the cards behind these devices.
  public LeftOpen(Workshop shop, Devices devices, ProfilesSource source, Navigation navigation) {
    this.shop = shop;
    this.source = source;
    this.navigation = navigation;
    subscriptions.add(source.settled().subscribe(one -> shop.bridge().run(() -> settled(one))));
    subscriptions.add(shop.bridge().watch(devices.all(), this::follow));
    look();
  }

  private void follow(List<Attachment> now) {
    devices = now;
    Set<String> there =
        now.stream()
            .filter(one -> one.state() == Attachment.State.CONNECTED)
            .map(Attachment::id)
            .collect(Collectors.toSet());
    boolean more = !connected.containsAll(there);
    connected = there;
    if (more) {
      look();
    }
  }

  private void look() {
    shop.background().run("left open", source::left, this::show, shop.notices()::tell);
  }

  private void show(List<Intent> found) {
    open.setAll(found);
    for (Intent each : found) {
      if (!told.containsKey(each.id())) {
        Action act = new Action(Text.of("left.ask"), "", () -> ask(each));
        told.put(each.id(), act);
        shop.notices()
            .tell(Text.format("left.notice", words(each), DeviceText.literal(name(each))), act);
      }
    }
  }

  private void settled(Settled one) {
    if (one.verdict() != Intent.Verdict.UNDECIDED) {
      open.removeIf(each -> each.id().equals(one.intent().id()));
      Optional<Action> act = Optional.ofNullable(told.get(one.intent().id()));
      shop.notices().all().removeIf(each -> act.isPresent() && each.act().equals(act));
    }
    said.removeIf(each -> each.intent().id().equals(one.intent().id()));
    said.add(one);
  }

  /// What was begun, how long ago, and how far it came.
  String words(Intent intent) {
    return Text.format(
        "left.words",
        kind(intent.kind()),
        Ages.since(intent.begun(), shop.time().now()),
        DeviceText.literal(intent.stage()));
  }

  private static String kind(Intent.Kind kind) {
    return switch (kind) {
      case DOWNLOAD -> Text.of("left.download");
      case ENABLE -> Text.of("left.enable");
      case DISABLE -> Text.of("left.disable");
      case DELETE -> Text.of("left.delete");
      case MEMORY_RESET -> Text.of("left.reset");
    };
  }

  private String name(Intent intent) {
    return device(intent).map(Attachment::title).orElse(intent.device());
  }

  private Optional<Attachment> device(Intent intent) {
    return devices.stream().filter(one -> on(intent, one.id())).findFirst();
  }

  /// The book holds the id of a device with long numbers shortened.
  private static boolean on(Intent intent, String device) {
    return intent.device().equals(Redactor.redact(device));
  }

  /// Reads the card that an intent was about, which settles it, and shows its screen.
  private void ask(Intent intent) {
    device(intent)
        .ifPresentOrElse(
            one -> ask(one.id()),
            () -> shop.notices().tell(Text.format("left.absent", intent.device())));
  }

  /// Reads the card in a device, which settles all that is open on it, and shows its screen.
  public void ask(String device) {
    try {
      shop.ended(source.read(device), _ -> look(), shop.notices()::tell);
    } catch (Fault refused) {
      shop.notices().tell(refused);
    }
    navigation.show(Screen.PROFILES, device);
  }

  /// What a person has read.
  void dismiss(Settled one) {
    said.remove(one);
  }

  /// What is open on a device.
  List<Intent> on(String device) {
    return open.stream().filter(each -> on(each, device)).toList();
  }

  /// What the card in a device said of what was open.
  List<Settled> saidOf(String device) {
    return said.stream().filter(each -> on(each.intent(), device)).toList();
  }

  /// All that is open.
  public ObservableList<Intent> getOpen() {
    return open;
  }

  /// All that cards said since the program began and no person has put away.
  public ObservableList<Settled> getSaid() {
    return said;
  }

  /// Where a person is.
  Navigation navigation() {
    return navigation;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
