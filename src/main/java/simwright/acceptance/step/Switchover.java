package simwright.acceptance.step;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.at.command.Registration;
import simwright.device.PacketContext;
import simwright.device.Snapshot;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.Machine;
import simwright.failover.News;
import simwright.failover.SelectionEntry;
import simwright.failover.Situation;
import simwright.failover.Standing;
import simwright.failover.State;
import simwright.failover.policy.Policy;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.time.Deadline;

/// One failover from the trouble to the first good payload: what is seen goes to the machine, what
/// it decides is recorded and carried out, and what came of that goes to it in turn.
final class Switchover {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final String REGISTERING = "waiting for the network";
  private static final String PINGING = "pinging";

  private final StepContext context;
  private final Machine machine;
  private final CardWork card;
  private final Load load;
  private final Moments moments;
  private final Optional<EchoFlow> flow;
  private final EchoFlow.Figures before;
  private final FreshStandby fresh;
  private final AbortRules rules;
  private final String base;
  private final boolean loaded;
  private final boolean returns;
  private final List<String> addresses;
  private Standing standing;
  private int tries;
  private int decisions;

  /// Whether the switch under way has told that the new profile is in use.
  private volatile boolean marked;

  private String reason = "";
  private String last = "";

  Switchover(StepContext context) {
    this.context = context;
    this.machine = new Machine(policy(context));
    this.card = context.tools().card();
    this.flow = FlowToldStep.flow(context);
    this.before = flow.map(EchoFlow::figures).orElse(EchoFlow.Figures.NONE);
    this.load = new Load(context, flow);
    this.moments = new Moments(context);
    this.fresh = new FreshStandby(context);
    this.rules = new AbortRules(context);
    this.base = SelectionEntry.DRILL + Long.toString(context.time().now().toEpochMilli(), 36);
    this.loaded = context.with().text("load", "no").equals("yes");
    this.returns = context.with().text("returns", "no").equals("yes");
    this.addresses = addresses(context.device().view().get().snapshot());
    this.standing = Machine.start(context.time().now(), home(context));
  }

  /// The policy that the plan names, or that knows the country of the profile to come home to.
  static Policy policy(StepContext context) {
    Optional<String> country =
        home(context)
            .or(() ->
                context
                    .device()
                    .view()
                    .get()
                    .snapshot()
                    .imsi()
                    .value()
                    .map(each -> each.value().substring(0, 3)));
    return context.tools().selection().policy(context.with().text("policy", ""), country);
  }

  /// The country where the device was before the trouble: during it nothing tells it.
  private static Optional<String> home(StepContext context) {
    return Optional.ofNullable(context.tools().kept().get(context.with().text("home", "")));
  }

  Found found() {
    if (moments.elapsed().isEmpty()
        || context.tools().met(context.with().text("home", "")).isEmpty()) {
      return Found.failed(
          Outcome.INCONCLUSIVE,
          "the trouble was not made, or nobody knows the profile to come home to",
          Optional.empty(),
          Map.of());
    }
    double abort = context.with().number("abort_s", FailoverStep.ABORT);
    if (loaded) {
      load.begin();
    }
    try {
      while (!served()) {
        context.cancel().check("waiting for the failover", context.device().id());
        if (moments.elapsed().orElseThrow() > abort || context.deadline().passed()) {
          return failed("given up " + Limit.number(abort) + " s after the trouble began");
        }
        Optional<String> rule = rules.broken();
        if (rule.isPresent()) {
          return AbortRules.stopped(rule.get(), context.declared(unserved()));
        }
        heard(look());
        context.time().sleep(PAUSE);
      }
    } finally {
      if (loaded) {
        load.end();
      }
    }
    return judged();
  }

  /// Whether a switch has taken place, or the trouble has passed where it may, and the device has
  /// answered since.
  private boolean served() {
    boolean done = standing.state() == State.FAILED_OVER || standing.state() == State.STEADY;
    boolean left = tries > 0 || returns && moments.has("detect");
    return left && done && load.firstSinceMark().isPresent();
  }

  /// What the device tells now. Without load a request is sent to see whether it is answered.
  private Situation look() {
    Snapshot now = context.device().refresh(context.cancel()).snapshot();
    Optional<Integer> loss =
        loaded || !now.registered() ? Optional.empty() : Optional.of(load.once() ? 0 : 100);
    CardWork.Reading reading = card.read(context.deadline(), context.cancel());
    return new Situation(
        context.time().now(),
        now.homeCountry(),
        new Situation.Signs(Optional.of(now.registered()), rejected(now), loss, Optional.empty()),
        Optional.empty(),
        fresh.among(context.tools().selection().candidates(reading)),
        Optional.of(reading.switchesLeft()));
  }

  private static Optional<FaultCode> rejected(Snapshot now) {
    return now.registered()
        ? Optional.empty()
        : now.registration().value().stream()
            .flatMap(List::stream)
            .map(Registration::cause)
            .flatMap(Optional::stream)
            .findFirst();
  }

  private void heard(News news) {
    Decision decision = machine.next(standing, news);
    standing = decision.after();
    if (standing.state() != State.STEADY && !moments.has("detect")) {
      moments.reached("detect");
      if (returns) {
        load.mark();
      }
    }
    String id = base + "." + ++decisions;
    if (decision.changed()) {
      last = decision.words();
      context.tools().selection().decided(context.device().id(), id, machine.policy(), decision);
    }
    if (decision.effect() instanceof Decision.Effect.Switch(Candidate to, Decision.Consent _)) {
      moments.reached("decide");
      reason = decision.words();
      carryOut(to, id);
    } else if (standing.state() == State.NO_WAY && fresh.missing()) {
      moments.reached("decide");
      fresh.fetch();
      if (!fresh.missing()) {
        moments.reached("provision");
      }
    }
  }

  private void carryOut(Candidate to, String decided) {
    tries++;
    marked = false;
    heard(new simwright.failover.Outcome.Begun(context.time().now()));
    CardWork.Switched outcome =
        card.enable(
            to.iccid(), (stage, _, _) -> reached(stage), context.deadline(), context.cancel());
    moments.reached("switch");
    moments.reached("register");
    if (!marked) {
      load.mark();
    }
    if (!outcome.proven()) {
      Optional<Iccid> inUse = card.read(context.deadline(), context.cancel()).inUse();
      heard(new simwright.failover.Outcome.Failed(context.time().now(), outcome.missing(), inUse));
      cameOf(decided, "failed", "It was not proven: " + outcome.missing());
      return;
    }
    heard(new simwright.failover.Outcome.Switched(context.time().now()));
    cameOf(decided, "switched", "The chosen profile is in use and proven.");
    Deadline deadline = context.deadline();
    while (load.firstSinceMark().isEmpty() && !deadline.passed()) {
      context.cancel().check("waiting for the first answer", context.device().id());
      if (!loaded) {
        boolean unused = load.once();
      }
      context.time().sleep(PAUSE);
    }
  }

  private void cameOf(String decided, String outcome, String words) {
    String inUse =
        card.read(context.deadline(), context.cancel()).all().stream()
            .filter(CardWork.Profile::enabled)
            .map(CardWork.Profile::name)
            .findFirst()
            .orElse("none");
    context.tools().selection().carriedOut(context.device().id(), decided, outcome, inUse, words);
  }

  /// Called on the thread of the switch.
  private void reached(String stage) {
    if (stage.equals(REGISTERING)) {
      moments.reached("switch");
      load.mark();
      marked = true;
    } else if (stage.equals(PINGING)) {
      moments.reached("register");
    }
  }

  private Found judged() {
    double payload = moments.at(load.firstSinceMark().orElseThrow());
    double resume = context.with().number("resume_s", FailoverStep.RESUME);
    boolean same = addresses.equals(now());
    boolean whole = flow.map(EchoFlow::whole).orElse(true);
    Map<String, Double> values = figures();
    values.put("payload", payload);
    values.put("lost", 0.0);
    values.put(
        "transport",
        flow.map(each -> (double) moved(each).connectionsLost()).orElse(same ? 0.0 : 1.0));
    values.put("resumed", payload <= resume && whole ? 1.0 : 0.0);
    String words =
        "first good payload after "
            + Limit.number(payload)
            + " s"
            + (flow.isPresent() ? "" : " by ping, as there was no stream")
            + "; "
            + (same
                ? "the address stayed"
                : "the address changed, so every transport session was lost")
            + "; "
            + (tries == 0 ? "the profile in use serves again" : reason);
    return Found.passed(words, context.declared(values));
  }

  /// What the stream did since this round began.
  private EchoFlow.Figures moved(EchoFlow stream) {
    return stream.figures().since(before);
  }

  private Map<String, Double> figures() {
    Map<String, Double> values = new LinkedHashMap<>(moments.parts());
    values.put("fetches", (double) fresh.tries());
    values.put(
        "repeated",
        flow.map(each -> (double) moved(each).repeated()).orElse((double) load.unanswered()));
    values.put("tries", (double) tries);
    return values;
  }

  private List<String> now() {
    return addresses(context.device().refresh(context.cancel()).snapshot());
  }

  private static List<String> addresses(Snapshot snapshot) {
    return snapshot.contexts().value().stream()
        .flatMap(List::stream)
        .filter(PacketContext::active)
        .flatMap(each -> each.addresses().stream())
        .toList();
  }

  private Found failed(String why) {
    return Found.failed(
        Outcome.FAIL,
        why
            + ": "
            + standing.state().words()
            + (fresh.refused().isEmpty() ? "" : "; " + fresh.refused())
            + (last.isEmpty() ? "" : "; " + last),
        Optional.empty(),
        context.declared(unserved()));
  }

  private Map<String, Double> unserved() {
    Map<String, Double> values = figures();
    values.put("lost", 1.0);
    values.put("resumed", 0.0);
    return values;
  }
}
