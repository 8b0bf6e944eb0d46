package simwright.ui.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.euicc.MemoryReset;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.job.Jobs;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.lpa.Outbox;
import simwright.observe.Subscription;
import simwright.ui.bench.BenchActs;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Screen;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// What the profiles screen shows of the card in the chosen device, and its acts. The card is read
/// when the screen is shown and after each act, never while a job runs on the device.
public final class ProfilesViewModel implements Subscription {
  /// What stands on the screen.
  public enum Stage {
    /// No device is chosen.
    NO_DEVICE,
    /// The chosen device is not connected.
    NOT_CONNECTED,
    /// The card is read for the first time.
    READING,
    /// The card was read.
    SHOWN,
    /// The device is not here: what a bundle holds of its card.
    KEPT,
    /// The card has no eUICC application.
    NO_EUICC,
    /// The card could not be read.
    FAILED
  }

  /// What came of the last act, in words.
  public record Outcome(State state, String words) {}

  private static final FaultCode STOPPED = new FaultCode("job", "cancelled");
  private static final String NO_APPLICATION = "no-application";

  private final Workshop shop;
  private final Jobs jobs;
  private final ProfilesSource source;
  private final BenchActs bench;
  private final Navigation navigation;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_DEVICE);
  private final ReadOnlyObjectWrapper<Optional<CardReading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<List<Discovery.Found>>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> readAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper free = new ReadOnlyBooleanWrapper();
  private final Map<Integer, Fault> stays = new TreeMap<>();
  private final DownloadViewModel download;
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();
  private Optional<CardReading> former = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private String device = "";
  private boolean wanted;
  private boolean acting;

  /// Follows the chosen device.
  public ProfilesViewModel(
      Workshop shop,
      Devices devices,
      Jobs jobs,
      ProfilesSource source,
      BenchActs bench,
      Navigation navigation) {
    this.shop = shop;
    this.jobs = jobs;
    this.source = source;
    this.bench = bench;
    this.navigation = navigation;
    this.download = new DownloadViewModel(shop, source, this);
    navigation.deviceProperty().addListener((_, _, _) -> follow());
    navigation
        .screenProperty()
        .addListener((_, _, now) -> {
          if (now == Screen.PROFILES) {
            refresh();
          }
        });
    subscriptions.add(
        shop.bridge()
            .watch(
                devices.all(),
                all -> {
                  this.devices = all;
                  follow();
                }));
    subscriptions.add(shop.bridge().watch(jobs.running(), _ -> readIfWanted()));
  }

  /// Whether the chosen device tells an IMEI of its own.
  boolean tellsImei() {
    return chosen().filter(one -> one.snapshot().imei().value().isPresent()).isPresent();
  }

  private Optional<Attachment> chosen() {
    return devices.stream().filter(one -> one.id().equals(navigation.getDevice())).findFirst();
  }

  /// Another device, or the same one plugged in again, has another card for all that is known.
  private void follow() {
    Optional<Attachment> chosen = chosen();
    String now =
        chosen
            .filter(one -> one.state() == Attachment.State.CONNECTED)
            .map(Attachment::id)
            .orElse("");
    if (!now.equals(device)) {
      device = now;
      fault = Optional.empty();
      wanted = true;
      reading.set(Optional.empty());
      outcome.set(Optional.empty());
      stays.clear();
      found.set(Optional.empty());
      download.refresh();
    }
    if (kept().isPresent()) {
      stage.set(Stage.KEPT);
    } else if (device.isEmpty()) {
      stage.set(chosen.isPresent() ? Stage.NOT_CONNECTED : Stage.NO_DEVICE);
    } else if (reading.get().isEmpty() && fault.isEmpty()) {
      stage.set(Stage.READING);
    }
    free();
    readIfWanted();
  }

  /// Reads the card again as soon as nothing is at work on the device.
  public void refresh() {
    wanted = true;
    download.refresh();
    readIfWanted();
  }

  private void readIfWanted() {
    boolean shown = navigation.getScreen() == Screen.PROFILES;
    if (wanted && shown && kept().isEmpty() && !device.isEmpty() && !acting && !atWork()) {
      wanted = false;
      String asked = device;
      act(source::read, found -> show(asked, found), refused -> failed(asked, refused), false);
    }
  }

  private boolean atWork() {
    return jobs.running().get().stream().map(JobView::device).anyMatch(device::equals);
  }

  private void show(String of, Optional<CardReading> read) {
    if (of.equals(device) && read.isEmpty()) {
      failed(of, new Fault(STOPPED, Text.of("profiles.reading.doing"), title()));
    } else if (of.equals(device)) {
      CardReading now = read.get();
      former = reading.get().or(() -> former);
      fault = Optional.empty();
      readAt.set(Optional.of(shop.time().now()));
      reading.set(Optional.of(now));
      stays.keySet().retainAll(now.notifications().stream().map(one -> one.number()).toList());
      stage.set(Stage.SHOWN);
    }
  }

  private void failed(String of, Fault refused) {
    if (of.equals(device)) {
      fault = Optional.of(refused);
      reading.set(Optional.empty());
      stage.set(refused.code().code().equals(NO_APPLICATION) ? Stage.NO_EUICC : Stage.FAILED);
    }
  }

  /// Connects the chosen device.
  public void connect() {
    chosen()
        .ifPresent(one -> {
          try {
            shop.notices().follow(bench.connect(one.id()));
          } catch (Fault refused) {
            shop.notices().tell(refused);
          }
        });
  }

  /// Goes where devices are attached.
  public void goToBench() {
    navigation.show(Screen.BENCH);
  }

  /// Enables a profile; what proves it stands in the outcome.
  public void enable(ProfileRow row) {
    on(
        row,
        (id, iccid) -> source.enable(id, iccid),
        done -> outcome.set(Optional.of(SwitchWords.of(done, isReader()))));
  }

  private boolean isReader() {
    return chosen().filter(Attachment::cardReader).isPresent();
  }

  /// Disables the profile in use.
  public void disable(ProfileRow row) {
    on(
        row,
        (id, iccid) -> source.disable(id, iccid),
        _ -> passed(Text.format("profiles.disabled", row.name())));
  }

  /// Gives a profile another nickname.
  public void rename(ProfileRow row, String name) {
    on(
        row,
        (id, iccid) -> source.rename(id, iccid, name.strip()),
        now -> passed(Text.format("profiles.renamed", ProfileRow.name(now))));
  }

  /// Deletes a profile after its last digits were typed.
  public void delete(ProfileRow row) {
    on(
        row,
        (id, iccid) -> source.delete(id, iccid),
        _ -> passed(Text.format("profiles.deleted", row.name())));
  }

  /// Tells servers all that waits.
  public void send() {
    act(source::send, all -> all.ifPresent(this::told), shop.notices()::tell, true);
  }

  /// Tells a server one of the things that wait.
  public void send(int number) {
    act(
        id -> source.send(id, number),
        all -> all.ifPresent(this::told),
        shop.notices()::tell,
        true);
  }

  /// Names the server that is asked where no code names one; "" names none.
  public void defaultServer(String address) {
    act(
        id -> source.defaultServer(id, address.strip()),
        done ->
            done.ifPresent(before ->
                passed(
                    Text.format(
                        "euicc.smdp.set",
                        before.map(DeviceText::literal).orElseGet(() -> Text.of("euicc.none"))))),
        shop.notices()::tell,
        true);
  }

  /// Takes everything of these kinds off the card; the job lists what is lost and has the last
  /// digits of the EID typed.
  public void reset(Set<MemoryReset.What> what) {
    act(
        id -> source.reset(id, what),
        done ->
            done.ifPresent(
                some -> passed(Text.of(some ? "euicc.reset.done" : "euicc.reset.nothing"))),
        shop.notices()::tell,
        true);
  }

  /// Asks the discovery servers that the card knows, or another one, what waits for the card.
  public void discover(String other) {
    List<String> others = other.isBlank() ? List.of() : List.of(other.strip());
    act(
        id -> source.discover(id, others),
        all -> all.ifPresent(list -> found.set(Optional.of(list))),
        shop.notices()::tell,
        true);
  }

  /// What the discovery servers said last.
  public ReadOnlyObjectProperty<Optional<List<Discovery.Found>>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// When the card was read last.
  public ReadOnlyObjectProperty<Optional<Instant>> readAtProperty() {
    return readAt.getReadOnlyProperty();
  }

  private void told(List<Outbox.Told> all) {
    for (Outbox.Told one : all) {
      stays.remove(one.metadata().number());
      one.stays().ifPresent(why -> stays.put(one.metadata().number(), why));
    }
    long kept = all.stream().filter(one -> one.stays().isPresent()).count();
    outcome.set(
        Optional.of(
            new Outcome(
                kept == 0 ? State.PASS : State.FAIL,
                Text.format("outbox.told", all.size() - kept, kept))));
  }

  /// Takes a notification off the card that no server took, after its number was typed.
  public void remove(int number) {
    act(
        id -> source.remove(id, number),
        done -> done.ifPresent(_ -> passed(Text.format("outbox.removed", number))),
        shop.notices()::tell,
        true);
  }

  private void passed(String words) {
    outcome.set(Optional.of(new Outcome(State.PASS, words)));
  }

  private interface OnProfile<T> {
    Job<T> start(String device, Iccid iccid);
  }

  private <T> void on(ProfileRow row, OnProfile<T> start, Consumer<T> then) {
    row.iccid()
        .ifPresent(iccid ->
            act(
                id -> start.start(id, iccid),
                done -> done.ifPresent(then),
                shop.notices()::tell,
                true));
  }

  /// One act at a time; a change is followed by a reading. Nothing comes of what a person stopped.
  <T> Optional<Job<T>> act(
      Function<String, Job<T>> start,
      Consumer<Optional<T>> then,
      Consumer<Fault> failed,
      boolean change) {
    if (acting || device.isEmpty()) {
      return Optional.empty();
    }
    try {
      acting = true;
      free();
      Job<T> job = start.apply(device);
      shop.ended(
          job,
          result -> {
            then.accept(result);
            over(change);
          },
          fault -> {
            failed.accept(fault);
            over(change);
          });
      return Optional.of(job);
    } catch (Fault refused) {
      over(false);
      failed.accept(refused);
      return Optional.empty();
    }
  }

  private void over(boolean changed) {
    acting = false;
    wanted |= changed;
    free();
    readIfWanted();
  }

  private void free() {
    free.set(!acting && !device.isEmpty() && kept().isEmpty());
  }

  /// The download beside the profiles.
  public DownloadViewModel getDownload() {
    return download;
  }

  /// What stands on the screen.
  public Stage getStage() {
    return stage.get();
  }

  /// What stands on the screen.
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// The card as it was last read; empty before that.
  public Optional<CardReading> getReading() {
    return reading.get();
  }

  /// The card as it was last read; empty before that.
  public ReadOnlyObjectProperty<Optional<CardReading>> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// The reading before the one shown.
  Optional<CardReading> former() {
    return former;
  }

  /// The profiles, the one in use first.
  public List<ProfileRow> rows() {
    return reading.get().map(ProfileRow::of).orElse(List.of());
  }

  /// What a bundle holds of the card.
  Optional<KeptCard> kept() {
    return device.isEmpty() ? Optional.empty() : source.kept(device);
  }

  /// Why the card could not be read.
  public Optional<Fault> getFault() {
    return fault;
  }

  /// Why a notification stayed when it was last sent.
  public Optional<Fault> stays(int number) {
    return Optional.ofNullable(stays.get(number));
  }

  /// What came of the last act.
  public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Whether an act can begin.
  public boolean isFree() {
    return free.get();
  }

  /// Whether an act can begin.
  public ReadOnlyBooleanProperty freeProperty() {
    return free.getReadOnlyProperty();
  }

  /// The words for faults.
  Workshop shop() {
    return shop;
  }

  /// The chosen device as a person names it.
  public String title() {
    return chosen().map(one -> DeviceText.literal(one.title())).orElse("");
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
