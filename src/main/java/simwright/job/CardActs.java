package simwright.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.device.CardSession;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.euicc.MemoryReset;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.journal.Journal;
import simwright.lpa.CardQuestion;
import simwright.lpa.CardReading;
import simwright.lpa.Circumstances;
import simwright.lpa.Connections;
import simwright.lpa.Discovery;
import simwright.lpa.EnoughCharge;
import simwright.lpa.Flow;
import simwright.lpa.Intent;
import simwright.lpa.Intents;
import simwright.lpa.LpaCodes;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.Reconciliation.Settled;
import simwright.lpa.Servers;
import simwright.lpa.Upkeep;
import simwright.lpa.Wiping;
import simwright.observe.Signal;
import simwright.rsp.ActivationCode;
import simwright.time.Time;

/// What a person can do with the eUICC in a device.
public final class CardActs {
  private final Jobs jobs;
  private final DeviceSet devices;
  private final Journal journal;
  private final Servers servers;
  private final Intents intents;
  private final Time time;
  private final boolean metered;
  private final CardNews news = new CardNews();

  /// On these devices, with these servers; `metered` where the way to them is paid for by volume.
  public CardActs(
      Jobs jobs,
      DeviceSet devices,
      Journal journal,
      Servers servers,
      Intents intents,
      boolean metered,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.journal = journal;
    this.servers = servers;
    this.intents = intents;
    this.metered = metered;
    this.time = time;
  }

  /// Reads the card.
  public Job<CardReading> read(String id, Attendant attendant) {
    return start(
        JobRequest.of("euicc.read", id),
        attendant,
        (card, flow) -> {
          CardReading now = intents.compared(CardReading.of(card), flow);
          waits(id, now.notifications());
          return now;
        });
  }

  /// Reads the profiles alone.
  public Job<List<ProfileInfo>> profiles(String id, Attendant attendant) {
    return start(
        JobRequest.of("profile.list", id), attendant, (card, flow) -> CardReading.profiles(card));
  }

  /// Asks the card one of its functions for its own sake.
  public Job<CardQuestion.Answer> ask(
      String id, CardQuestion question, Optional<Iccid> profile, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("what", question.key());
    profile.ifPresent(iccid -> with.put("iccid", iccid));
    return start(
        new JobRequest("euicc.ask", id, with),
        attendant,
        (card, flow) -> question.ask(card, profile));
  }

  /// Downloads a profile, then tells servers what the card has to tell. An IMEI is sent for a
  /// device that has none itself.
  public Job<ProfileDownload.Result> download(
      String id,
      ActivationCode code,
      Optional<char[]> confirmation,
      Optional<Imei> imei,
      Attendant attendant) {
    return on(
        new JobRequest("profile.download", id, Map.of("server", code.host())),
        attendant,
        (change, context) -> {
          ProfileDownload.Result result =
              change.change(
                  Intent.Kind.DOWNLOAD,
                  new Intents.Subject.Order(code),
                  (card, flow) -> {
                    Device device = devices.device(id);
                    Circumstances now =
                        new Circumstances(() -> device.view().get().snapshot(), metered);
                    return new ProfileDownload(card, change.connections(), intents, flow)
                        .run(new ProfileDownload.Wish(code, confirmation, now, imei));
                  });
          Optional<Intent.Verdict> verdict = intents.of(context.id()).flatMap(Intent::verdict);
          return listed(result, id, verdict).with(verdict, change.told());
        });
  }

  /// What the card says it has installed must stand in its list of profiles, too.
  private static ProfileDownload.Result listed(
      ProfileDownload.Result result, String id, Optional<Intent.Verdict> verdict) {
    boolean missing = verdict.filter(Intent.Verdict.NOT_DONE::equals).isPresent();
    if (result.installed() && missing) {
      throw new Fault(LpaCodes.OTHER_ICCID, "comparing the list of profiles", id);
    }
    return result;
  }

  /// Enables a profile and proves it; one that does not come up is switched back.
  public Job<ProvenSwitch.Outcome> enable(String id, Iccid iccid, Attendant attendant) {
    return switching(
        new JobRequest("profile.enable", id, Map.of("iccid", iccid)),
        attendant,
        Intent.Kind.ENABLE,
        iccid,
        proven -> proven.enable(iccid));
  }

  /// Disables the profile in use; over when the modem has let go of it.
  public Job<ProfileInfo> disable(String id, Iccid iccid, Attendant attendant) {
    return switching(
        new JobRequest("profile.disable", id, Map.of("iccid", iccid)),
        attendant,
        Intent.Kind.DISABLE,
        iccid,
        proven -> proven.disable(iccid));
  }

  /// Gives a profile another nickname.
  public Job<ProfileInfo> rename(String id, Iccid iccid, String name, Attendant attendant) {
    return start(
        new JobRequest("profile.rename", id, Map.of("iccid", iccid)),
        attendant,
        (card, flow) -> new Upkeep(card, flow).rename(iccid, name));
  }

  /// Deletes a profile after its last digits were typed.
  public Job<Boolean> delete(String id, Iccid iccid, Attendant attendant) {
    return change(
        new JobRequest("profile.delete", id, Map.of("iccid", iccid)),
        attendant,
        Intent.Kind.DELETE,
        new Intents.Subject.Profile(iccid),
        (card, flow) -> {
          new Upkeep(card, flow).delete(iccid);
          return true;
        });
  }

  /// What the card still has to tell.
  public Job<List<NotificationMetadata>> notifications(String id, Attendant attendant) {
    return outbox(JobRequest.of("notification.list", id), attendant, Outbox::waiting);
  }

  /// Tells servers what the card has to tell.
  public Job<List<Outbox.Told>> send(String id, Attendant attendant) {
    return outbox(JobRequest.of("notification.send", id), attendant, Outbox::send);
  }

  /// Tells a server one of the things that the card has to tell.
  public Job<List<Outbox.Told>> send(String id, int number, Attendant attendant) {
    return outbox(
        new JobRequest("notification.send", id, Map.of("number", number)),
        attendant,
        box -> box.send(number));
  }

  /// Takes a notification off the card although no server took it, after a typed confirmation.
  public Job<Boolean> remove(String id, int number, Attendant attendant) {
    return outbox(
        new JobRequest("notification.remove", id, Map.of("number", number)),
        attendant,
        box -> box.remove(number));
  }

  /// Takes everything of these kinds off the card, after the last digits of its EID were typed;
  /// false where the card had nothing of them.
  public Job<Boolean> reset(String id, Set<MemoryReset.What> what, Attendant attendant) {
    return on(
        JobRequest.of("euicc.memory-reset", id),
        attendant,
        (change, context) -> {
          charged(id, context);
          return change.changeAround(
              Intent.Kind.MEMORY_RESET,
              new Intents.Subject.Card(what),
              () ->
                  new Wiping(connected(id, context, context.cancel()), flow(id, context), time)
                      .reset(what));
        });
  }

  /// Asks SM-DS servers what waits for the card: those named, or those it knows itself.
  public Job<List<Discovery.Found>> discover(String id, List<String> others, Attendant attendant) {
    return on(
        JobRequest.of("profile.discover", id),
        attendant,
        (change, context) ->
            change.read((card, flow) ->
                new Discovery(card, change.connections().servers(), flow)
                    .ask(others, devices.device(id).view().get().snapshot().imei().value())));
  }

  /// Names the server that is asked where no code names one; tells which it was before.
  public Job<Optional<String>> defaultServer(String id, String address, Attendant attendant) {
    return start(
        new JobRequest("euicc.default-server", id, Map.of("server", address)),
        attendant,
        (card, flow) -> new Upkeep(card, flow).defaultServer(address));
  }

  /// What an earlier act left open and the card has told now.
  public Signal<Settled> settled() {
    return news.settled();
  }

  /// What servers would not take after an act on a card.
  public Signal<Undelivered> undelivered() {
    return news.undelivered();
  }

  /// For whom something waits on a card, at every reading that finds it.
  public Signal<Waiting> waiting() {
    return news.waiting();
  }

  private void waits(String id, List<NotificationMetadata> found) {
    Set<String> servers =
        found.stream().map(NotificationMetadata::address).collect(Collectors.toSet());
    if (!servers.isEmpty()) {
      news.waiting().emit(new Waiting(id, servers));
    }
  }

  /// How many switches more the limit allows a card now.
  public int switchesLeft(Eid card) {
    return intents.switchesLeft(card);
  }

  /// Whether an order is known to be used up.
  public boolean usedUp(ActivationCode code) {
    return intents.usedUp(code);
  }

  /// The profiles that these orders are known to have brought, each told by what intents tell it
  /// by, where a program began that since then; those that are not forgotten.
  public Set<Iccid> brought(Set<String> orders, String program, Instant since) {
    return orders.stream()
        .flatMap(order -> intents.brought(order, program, since).stream())
        .collect(Collectors.toSet());
  }

  /// What was begun on cards and of which nothing final is known, by programs that are gone.
  public List<Intent> left() {
    return intents.left();
  }

  private <T> Job<T> start(
      JobRequest request, Attendant attendant, BiFunction<CardSession, Flow, T> act) {
    return on(request, attendant, (change, context) -> change.read(act));
  }

  private <T> Job<T> switching(
      JobRequest request,
      Attendant attendant,
      Intent.Kind kind,
      Iccid iccid,
      Function<ProvenSwitch, T> act) {
    String id = request.device();
    return on(
        request,
        attendant,
        (change, context) -> {
          charged(id, context);
          return change.changeAround(
              kind,
              new Intents.Subject.Profile(iccid),
              () -> {
                Device device = connected(id, context, context.cancel());
                return act.apply(new ProvenSwitch(device, flow(id, context), time));
              });
        });
  }

  private <T> Job<T> change(
      JobRequest request,
      Attendant attendant,
      Intent.Kind kind,
      Intents.Subject subject,
      BiFunction<CardSession, Flow, T> act) {
    return on(
        request,
        attendant,
        (change, context) -> {
          charged(request.device(), context);
          return change.change(kind, subject, act);
        });
  }

  /// A change that a device's battery may end in the middle of is not begun.
  private void charged(String id, JobContext context) {
    Device device = connected(id, context, context.cancel());
    EnoughCharge.check(device, "changing the card", context.cancel());
  }

  /// A job with the card of a device, whose connections end with it.
  private <T> Job<T> on(
      JobRequest request, Attendant attendant, BiFunction<CardChange, JobContext, T> act) {
    String id = request.device();
    return jobs.start(
        request,
        attendant,
        context -> {
          try (Connections connections = new Connections(context.noting(servers))) {
            CardChange change =
                new CardChange(
                    cancel -> connected(id, context, cancel),
                    flow(id, context),
                    connections,
                    intents,
                    jobs,
                    news,
                    time);
            return act.apply(change, context);
          }
        });
  }

  private <T> Job<T> outbox(JobRequest request, Attendant attendant, Function<Outbox, T> act) {
    return on(
        request,
        attendant,
        (change, context) ->
            change.read((card, flow) -> act.apply(new Outbox(card, change.connections(), flow))));
  }

  private Device connected(String id, JobContext context, Cancel cancel) {
    Device device = devices.device(id);
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(cancel);
    }
    return device;
  }

  private Flow flow(String id, JobContext context) {
    return new Flow(
        context.id(), id, context.attendant(), context.progress(), context.cancel(), journal);
  }
}
