package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.PingResult;
import simwright.device.Snapshot;
import simwright.euicc.Owner;
import simwright.euicc.ProfileInfo;
import simwright.failover.Candidate;
import simwright.failover.Candidates;
import simwright.failover.Decision;
import simwright.failover.Decision.Consent;
import simwright.failover.Decision.Effect;
import simwright.failover.FailoverWatch;
import simwright.failover.Look;
import simwright.failover.Looked;
import simwright.failover.Machine;
import simwright.failover.Memory;
import simwright.failover.News;
import simwright.failover.OnCard;
import simwright.failover.Outcome;
import simwright.failover.SelectionEntry;
import simwright.failover.SelectionLog;
import simwright.failover.Situation;
import simwright.failover.Standing;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.lpa.LpaCodes;
import simwright.lpa.ProvenSwitch;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;

/// Looks after one device by a policy for a while: reads how it does, decides, and carries out what
/// was decided with the verified switch. A decision stands in the log before anything is done.
final class FailoverRun {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration COUNTED = Duration.ofSeconds(30);
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final Duration SWITCH = Duration.ofMinutes(60);

  private final Parts parts;
  private final String id;
  private final FailoverActs.Wish wish;
  private final JobContext context;
  private final CardActs cards;
  private final Machine machine;
  private final List<Decision> decisions = new ArrayList<>();
  private List<OnCard> card = List.of();
  private List<Candidate> candidates = List.of();
  private Deadline counted;
  private Standing standing;
  private Optional<Situation> seen = Optional.empty();
  private int number;

  /// What it works with.
  record Parts(
      DeviceSet devices,
      Supplier<CardActs> cards,
      Candidates candidates,
      DataActs data,
      SelectionLog log,
      Consumer<Looked> shown,
      Time time) {}

  FailoverRun(Parts parts, String id, Policy policy, FailoverActs.Wish wish, JobContext context) {
    this.parts = parts;
    this.id = id;
    this.wish = wish;
    this.context = context;
    this.cards = parts.cards().get();
    this.machine = new Machine(policy);
    this.standing = Machine.start(parts.time().now());
    this.counted = parts.time().deadline(Duration.ZERO);
  }

  FailoverWatch run() {
    Device device = connected();
    List<SelectionEntry> past = remembered();
    try {
      return watched(device, past);
    } finally {
      show(false);
    }
  }

  /// Looks at the device and its card once and decides nothing.
  Looked looked() {
    Device device = connected();
    List<SelectionEntry> unused = remembered();
    Look look = shown(device);
    seen =
        Optional.of(look.situation(parts.time().now(), Optional.empty(), candidates, left(look)));
    show(false);
    return Looked.at(id, machine.policy(), standing, seen.orElseThrow(), false);
  }

  /// Takes the candidates from the card and the standing from the log.
  private List<SelectionEntry> remembered() {
    candidates = profiles();
    List<SelectionEntry> past = parts.log().of(id);
    standing = new Memory(machine.policy(), past, candidates).standing(parts.time().now());
    return past;
  }

  private FailoverWatch watched(Device device, List<SelectionEntry> past) {
    Optional<String> reconciled = reconcile(past);
    Deadline deadline = parts.time().deadline(wish.lasting());
    Optional<Situation.Wish> wanted = wanted();
    look(device, wanted);
    while (!deadline.passed() || standing.state().onTheWay()) {
      parts.time().sleep(EVERY);
      look(device, Optional.empty());
    }
    return new FailoverWatch(decisions, standing, inUse().map(Candidate::name), reconciled);
  }

  private Device connected() {
    Device device = parts.devices().device(id);
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(context.cancel());
    }
    return device;
  }

  private List<Candidate> profiles() {
    context.progress().at("reading the profiles of the card", 0, 0);
    List<ProfileInfo> read = done("reading the profiles", cards.profiles(id, Attendant.absent()));
    card = read.stream().flatMap(each -> onCard(each).stream()).toList();
    return withData();
  }

  /// What is on the card, with what its profiles have left.
  private List<Candidate> withData() {
    return parts.candidates().of(card, profile -> parts.data().left(id, profile));
  }

  /// Reads what was carried, where the policy goes by it.
  private void count(Device device) {
    if (counted.passed() && machine.policy().sign(Trigger.QUOTA).isPresent()) {
      counted = parts.time().deadline(COUNTED);
      var unused = parts.data().sample(device);
      candidates = withData();
    }
  }

  /// A profile of a card as selections see it.
  static Optional<OnCard> onCard(ProfileInfo info) {
    return info.iccid()
        .map(iccid ->
            new OnCard(
                iccid,
                info.nickname().or(info::name).orElse("a profile without a name"),
                info.owner().map(Owner::plmn),
                is(info, ProfileInfo.ProfileClass.TEST),
                is(info, ProfileInfo.ProfileClass.PROVISIONING),
                info.enabled()));
  }

  private static boolean is(ProfileInfo info, ProfileInfo.ProfileClass kind) {
    return info.profileClass().filter(kind::equals).isPresent();
  }

  /// A program that is gone decided a switch, and nobody wrote its end: the card tells it.
  private Optional<String> reconcile(List<SelectionEntry> past) {
    Optional<SelectionEntry> open = SelectionLog.unfinished(past);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Decision found = tell(new Outcome.Found(parts.time().now(), inUse().map(Candidate::iccid)));
    String words =
        "An earlier program decided to switch to "
            + open.get().chosen()
            + " and did not write its end. "
            + (found.rule().equals("out-of-place")
                ? "That profile is not on the card any more."
                : found.words());
    String outcome =
        found.rule().equals("found-switched") ? "found-switched" : "found-not-switched";
    parts.log().carriedOut(id, open.get().id(), outcome, nameInUse(), words, standing.state());
    return Optional.of(words);
  }

  private Optional<Situation.Wish> wanted() {
    return wish.profile()
        .map(text ->
            new Situation.Wish(text.equals("any") ? Optional.empty() : Optional.of(named(text))));
  }

  private Iccid named(String text) {
    String digits = text.replaceAll("[ -]", "");
    return candidates.stream()
        .filter(each ->
            each.name().equalsIgnoreCase(text)
                || digits.matches("[0-9]{8,20}") && each.iccid().value().endsWith(digits))
        .findFirst()
        .map(Candidate::iccid)
        .orElseThrow(() -> new Fault(LpaCodes.NO_PROFILE, "looking for a profile", id));
  }

  private void look(Device device, Optional<Situation.Wish> wanted) {
    context.cancel().check("looking after a device", id);
    Look look = shown(device);
    count(device);
    Situation now = look.situation(parts.time().now(), wanted, candidates, left(look));
    seen = Optional.of(now);
    Decision decision = tell(now);
    context.progress().at(standing.state().words(), 0, 0);
    if (!decision.changed() && wanted.isEmpty()) {
      return;
    }
    decisions.add(decision);
    number++;
    String decided = context.id() + "." + number;
    parts.log().decided(id, decided, decision, machine.policy().name());
    if (decision.effect() instanceof Effect.Switch(Candidate to, Consent consent)) {
      switched(decided, to, consent, decision.words());
    }
  }

  private Optional<Integer> left(Look look) {
    return look.snapshot().eid().value().map(eid -> cards.switchesLeft(eid));
  }

  /// A device that does not answer tells nothing.
  private Look shown(Device device) {
    try {
      Snapshot now = device.refresh(context.cancel()).snapshot();
      boolean pings =
          machine.policy().sign(Trigger.PING_LOSS).isPresent()
              || machine.policy().sign(Trigger.LATENCY).isPresent();
      Optional<PingResult> ping =
          pings && now.registered() ? device.ping(PingResult.USUAL_HOST) : Optional.empty();
      return new Look(now, ping);
    } catch (Fault mute) {
      context.cancel().check("looking after a device", id);
      return new Look(Snapshot.empty(parts.time().now()), Optional.empty());
    }
  }

  private void switched(String decided, Candidate to, Consent consent, String why) {
    if (consent == Consent.ASK && !agreed(to, why)) {
      Decision refused = tell(new Outcome.Refused(parts.time().now(), "a person said no"));
      parts
          .log()
          .carriedOut(id, decided, "refused", nameInUse(), refused.words(), standing.state());
      return;
    }
    Decision unused = tell(new Outcome.Begun(parts.time().now()));
    Outcome outcome = carriedOut(to);
    candidates = again();
    Decision end = tell(outcome);
    String kind =
        switch (end.rule()) {
          case "switched" -> "switched";
          case "unproven" -> "unproven";
          case "consent-refused" -> "refused";
          default -> "failed";
        };
    parts.log().carriedOut(id, decided, kind, nameInUse(), end.words(), standing.state());
  }

  /// What the former profile carried is counted before, so that it is known to be its own.
  private Outcome carriedOut(Candidate to) {
    var unused = parts.data().sample(parts.devices().device(id));
    try {
      ProvenSwitch.Outcome outcome =
          done("switching", cards.enable(id, to.iccid(), new Agreed(context.attendant())));
      return ended(outcome, to);
    } catch (Fault fault) {
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      return fault.code().equals(LpaCodes.ROAMING_REFUSED)
          ? new Outcome.Refused(parts.time().now(), "a person said no")
          : failed(fault.code() + fault.evidence().map(words -> ", " + words).orElse(""));
    }
  }

  private Outcome ended(ProvenSwitch.Outcome outcome, Candidate to) {
    String why = outcome.missing().orElse("nothing was seen of it");
    return outcome.proven()
        ? new Outcome.Switched(parts.time().now())
        : switch (outcome.aftermath()) {
          case ProvenSwitch.Aftermath.Stays() ->
              new Outcome.Failed(parts.time().now(), why, Optional.of(to.iccid()));
          case ProvenSwitch.Aftermath.SwitchedBack(Iccid former, _) ->
              new Outcome.Failed(
                  parts.time().now(), why + "; it was switched back", Optional.of(former));
          case ProvenSwitch.Aftermath.Disabled() ->
              new Outcome.Failed(parts.time().now(), why + "; it was disabled", Optional.empty());
          case ProvenSwitch.Aftermath.Failed _ -> failed(why);
        };
  }

  private Outcome failed(String why) {
    candidates = again();
    return new Outcome.Failed(parts.time().now(), why, inUse().map(Candidate::iccid));
  }

  /// What is on the card now; as it was where the card does not tell.
  private List<Candidate> again() {
    try {
      return profiles();
    } catch (Fault mute) {
      context.cancel().check("reading the profiles", id);
      return candidates;
    }
  }

  private boolean agreed(Candidate to, String why) {
    String network =
        to.operator().map(operator -> " It belongs to the operator " + operator + ".").orElse("");
    return context
        .attendant()
        .ask(
            new Question.Consent(
                "Enable a profile that roams?",
                why + network + " Roaming may cost more.",
                "Enable " + to.name(),
                PERSON))
        .orElse(false);
  }

  private Decision tell(News news) {
    Decision decision = machine.next(standing, news);
    standing = decision.after();
    show(true);
    return decision;
  }

  /// Shows how it stands now, with the candidates as they are now.
  private void show(boolean watched) {
    seen.ifPresent(last ->
        parts
            .shown()
            .accept(
                Looked.at(
                    id,
                    machine.policy(),
                    standing,
                    new Situation(
                        parts.time().now(),
                        last.country(),
                        last.signs(),
                        last.wish(),
                        candidates,
                        last.switchesLeft()),
                    watched)));
  }

  private Optional<Candidate> inUse() {
    return candidates.stream().filter(Candidate::enabled).findFirst();
  }

  private String nameInUse() {
    return inUse().map(Candidate::name).orElse("");
  }

  private <T> T done(String doing, Job<T> job) {
    try (Subscription _ = context.cancel().watch(job::cancel);
        Subscription _ =
            job.view()
                .subscribe(
                    now -> context.progress().at(stage(doing, now), now.done(), now.total()))) {
      Optional<T> result = job.await(parts.time().deadline(SWITCH));
      context.cancel().check(doing, id);
      return result.orElseThrow(() -> new Fault(Cancel.CANCELLED, doing, id));
    }
  }

  private static String stage(String doing, JobView now) {
    return now.stage().isEmpty() ? doing : doing.toLowerCase(Locale.ROOT) + ": " + now.stage();
  }

  /// Consent was given before the switch began; what has to be typed is not typed here, so that no
  /// limit of the card is overridden.
  private record Agreed(Attendant asking) implements Attendant {
    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      return switch (question) {
        case Question.Consent consent
            when consent.option().filter(Question.Consent.YES::equals).isPresent() ->
            (Optional<A>) Optional.of(true);
        case Question.TypedConfirmation _ -> question.byDefault();
        default -> asking.ask(question);
      };
    }
  }
}
