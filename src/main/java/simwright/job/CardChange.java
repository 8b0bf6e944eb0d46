package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import simwright.ask.Cancel;
import simwright.device.CardSession;
import simwright.device.Device;
import simwright.euicc.GetEid;
import simwright.euicc.NotificationMetadata;
import simwright.fault.Fault;
import simwright.journal.Program;
import simwright.lpa.Connections;
import simwright.lpa.Flow;
import simwright.lpa.Intent;
import simwright.lpa.Intents;
import simwright.lpa.Outbox;
import simwright.lpa.RadioReturn;
import simwright.lpa.Reconciliation;
import simwright.lpa.Reconciliation.Settled;
import simwright.time.Deadline;
import simwright.time.Time;

/// One act that changes a card: its intent is on disk before, and afterwards, whatever happened,
/// the card is asked what became of it. What an earlier act left open on the device is settled
/// first.
final class CardChange {
  private static final Duration COMES_BACK = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Function<Cancel, Device> device;
  private final Flow flow;
  private final Connections connections;
  private final Intents intents;
  private final Jobs jobs;
  private final CardNews news;
  private final Time time;
  private final RadioReturn radio;
  private Optional<List<Outbox.Told>> told = Optional.empty();

  CardChange(
      Function<Cancel, Device> device,
      Flow flow,
      Connections connections,
      Intents intents,
      Jobs jobs,
      CardNews news,
      Time time) {
    this.device = device;
    this.flow = flow;
    this.connections = connections;
    this.intents = intents;
    this.jobs = jobs;
    this.news = news;
    this.time = time;
    this.radio = new RadioReturn(intents, flow, time);
  }

  /// Carries out what leaves the profiles as they are, after what is open was settled.
  <T> T read(BiFunction<CardSession, Flow, T> act) {
    return turn(
        flow.cancel(),
        card -> {
          before(card);
          return act.apply(card, flow);
        });
  }

  /// The same for what changes them, over one channel.
  <T> T change(Intent.Kind kind, Intents.Subject subject, BiFunction<CardSession, Flow, T> act) {
    List<T> got = new ArrayList<>();
    try {
      return turn(
          flow.cancel(),
          card -> {
            before(card);
            begin(card, kind, subject);
            got.add(act.apply(card, flow));
            List<Settled> unused = conclude(card);
            return got.getFirst();
          });
    } catch (Fault stopped) {
      return ended(stopped, got);
    }
  }

  /// The same for what opens the card by itself.
  <T> T changeAround(Intent.Kind kind, Intents.Subject subject, Supplier<T> act) {
    List<T> got = new ArrayList<>();
    try {
      radio.check(reached(flow.cancel(), this::isBusy));
      // inside, as the link may break once the intent is written
      Intent begun =
          turn(
              flow.cancel(),
              card -> {
                before(card);
                return begin(card, kind, subject);
              });
      assert begun.id().equals(flow.job());
      got.add(act.get());
      List<Settled> settled = turn(new Cancel(), this::conclude);
      assert settled != null;
      return got.getFirst();
    } catch (Fault stopped) {
      return ended(stopped, got);
    }
  }

  /// Tells servers what the card has to tell, once the change itself has come to its end: where it
  /// fails it can be done later, and the change stands.
  private void tell(CardSession card, Optional<List<NotificationMetadata>> waiting) {
    Outbox outbox = new Outbox(card, connections, flow);
    try {
      List<Outbox.Told> all = outbox.send(waiting.orElseGet(outbox::waiting));
      told = Optional.of(all);
      for (Outbox.Told each : all) {
        each.stays().ifPresent(why -> undelivered(Optional.of(each.metadata()), why));
      }
    } catch (Fault later) {
      flow.later(later);
      undelivered(Optional.empty(), later);
    }
  }

  /// What servers were told after the change; empty where nothing could be.
  Optional<List<Outbox.Told>> told() {
    return told;
  }

  private void undelivered(Optional<NotificationMetadata> what, Fault why) {
    news.undelivered().emit(new Undelivered(flow.device(), what, why));
  }

  /// The connections of this act.
  Connections connections() {
    return connections;
  }

  private <T> T turn(Cancel cancel, Function<CardSession, T> act) {
    return turn(cancel, this::isBusy, act);
  }

  private <T> T turn(Cancel cancel, Predicate<Intent> atWork, Function<CardSession, T> act) {
    return reached(cancel, atWork).card(cancel, act);
  }

  /// The radio comes first: an act that ended between off and on has left the card off, too.
  private Device reached(Cancel cancel, Predicate<Intent> atWork) {
    Device there = device.apply(cancel);
    radio.put(there, cancel, atWork);
    return there;
  }

  private Intent begin(CardSession card, Intent.Kind kind, Intents.Subject subject) {
    return intents.begin(flow, kind, subject, card.ask(new GetEid()));
  }

  private void before(CardSession card) {
    settle(new Reconciliation(intents, flow), card).forEach(news.settled()::emit);
  }

  private List<Settled> conclude(CardSession card) {
    Reconciliation reading = new Reconciliation(intents, flow);
    List<Settled> settled = settle(reading, card);
    tell(card, reading.waiting());
    return settled;
  }

  private List<Settled> settle(Reconciliation reading, CardSession card) {
    return reading.settle(card, this::isAtWork).stream().map(radio::told).toList();
  }

  /// What another program or another job is at work on will be settled by that one.
  private boolean isAtWork(Intent intent) {
    boolean here = intent.program().equals(Program.here());
    return here
        ? !isOurs(intent)
            && jobs.running().get().stream().anyMatch(job -> job.id().equals(intent.id()))
        : Program.runs(intent.program());
  }

  private boolean isBusy(Intent intent) {
    return isOurs(intent) || isAtWork(intent);
  }

  private boolean isOurs(Intent intent) {
    return intent.id().equals(flow.job());
  }

  /// What broke after the act had its result takes nothing from it, where the card says the same.
  private <T> T ended(Fault stopped, List<T> got) {
    Fault after = after(stopped);
    boolean done =
        intents
            .of(flow.job())
            .flatMap(Intent::verdict)
            .filter(Intent.Verdict.DONE::equals)
            .isPresent();
    if (done && !got.isEmpty()) {
      return got.getFirst();
    }
    throw after;
  }

  /// The fault, with what the card says became of the act; waits a while for the device to come
  /// back, and where it does not leaves the question to the next act.
  private Fault after(Fault stopped) {
    Optional<Intent> own =
        intents.open(flow.device()).stream()
            .filter(each -> each.id().equals(flow.job()))
            .findFirst();
    if (own.isEmpty()) {
      return stopped;
    }
    Deadline deadline = time.deadline(COMES_BACK);
    Fault last = stopped;
    while (!deadline.passed()) {
      try {
        List<Settled> settled = turn(new Cancel(), this::isAtWork, this::conclude);
        return settled.stream()
            .filter(each -> each.intent().id().equals(flow.job()))
            .findFirst()
            .map(each -> stopped.leaving(each.words() + also(stopped)))
            .orElse(stopped);
      } catch (Fault notYet) {
        last = notYet;
        flow.progress().at("waiting for the device to come back", 0, 0);
        time.sleep(PAUSE);
      }
    }
    intents.end(flow, own.get(), Intent.Verdict.UNDECIDED, Map.of("why", last.code().toString()));
    return stopped.leaving(
        "Undecided: the device did not come back, so its card could not be asked. The next command"
            + " on this device asks it first."
            + also(stopped));
  }

  /// What the act itself said of the state in which it left the device.
  private static String also(Fault stopped) {
    return stopped.state().map(words -> " " + words).orElse("");
  }
}
