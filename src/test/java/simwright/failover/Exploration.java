package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import simwright.failover.Situation.Signs;
import simwright.failover.Standing.Avoided;
import simwright.failover.Standing.Trouble;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// Tells the machine everything in every standing that it can come to. Times are whole steps, and
/// ages beyond those that any rule looks at are one, so that there are finitely many.
final class Exploration {
  private static final Instant NOW = Examples.START;
  static final Duration STEP = Duration.ofDays(1);
  private static final int OLDEST = 1;

  /// A standing, and what is in use on the card.
  record Node(Standing standing, Optional<Iccid> inUse) {}

  /// A piece of news, and what is in use on the card after it.
  private record Told(News news, Optional<Iccid> inUse) {}

  private final Machine machine = new Machine(Examples.policy(STEP, 2));
  private final Set<String> table = new TreeSet<>();
  private final Map<Node, Set<Node>> from = new HashMap<>();
  private final Set<Node> seen = new HashSet<>();

  /// Finds everything; `check` sees each decision with the news in words.
  void run(BiConsumer<String, Decision> check) {
    Deque<Node> open = new ArrayDeque<>();
    Node first = new Node(Machine.start(NOW.minus(STEP)), Optional.of(Examples.LOCAL.iccid()));
    seen.add(first);
    open.add(first);
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      for (int steps = 0; steps <= 1; steps++) {
        Instant at = NOW.plus(STEP.multipliedBy(steps));
        for (Map.Entry<String, Told> each : everything(node, at).entrySet()) {
          Decision decision = machine.next(node.standing(), each.getValue().news());
          check.accept(each.getKey(), decision);
          table.add(line(each.getKey(), decision));
          Node next = normal(decision.after(), each.getValue().inUse(), at);
          from.computeIfAbsent(next, _ -> new HashSet<>()).add(node);
          if (seen.add(next)) {
            open.addLast(next);
          }
        }
      }
    }
  }

  Set<String> table() {
    return table;
  }

  Set<Node> standings() {
    return seen;
  }

  /// Those from which no way leads to a state.
  Set<Node> without(State state) {
    Set<Node> lost = new HashSet<>(seen);
    Deque<Node> open = new ArrayDeque<>();
    seen.stream().filter(each -> each.standing().state() == state).forEach(open::add);
    lost.removeAll(open);
    while (!open.isEmpty()) {
      for (Node each : from.getOrDefault(open.removeFirst(), Set.of())) {
        if (lost.remove(each)) {
          open.addLast(each);
        }
      }
    }
    return lost;
  }

  private static Map<String, Told> everything(Node node, Instant at) {
    Map<String, Told> all = new LinkedHashMap<>();
    Optional<Iccid> inUse = node.inUse();
    Optional<Iccid> target = node.standing().target();
    all.put("well", told(at, Signs.REGISTERED, inUse));
    all.put("no service", told(at, Signs.NO_SERVICE, inUse));
    all.put("rejected", told(at, rejected(), inUse));
    all.put("nothing known", told(at, Signs.UNKNOWN, inUse));
    Situation dark = Examples.situation(at, Signs.NO_SERVICE, inUse);
    all.put(
        "no service, card's limit reached",
        new Told(with(dark, Optional.empty(), dark.candidates(), Optional.of(0)), inUse));
    all.put(
        "rejected, no other profile",
        new Told(
            with(
                Examples.situation(at, rejected(), inUse),
                Optional.empty(),
                dark.candidates().stream().filter(Candidate::enabled).toList(),
                Optional.empty()),
            inUse));
    all.put("wish for any", new Told(wish(at, inUse, Optional.empty()), inUse));
    all.put(
        "wish for the global one",
        new Told(wish(at, inUse, Optional.of(Examples.GLOBAL.iccid())), inUse));
    all.put("told: begun", new Told(new Outcome.Begun(at), inUse));
    all.put("told: refused", new Told(new Outcome.Refused(at, "no"), inUse));
    all.put("told: failed, as before", new Told(new Outcome.Failed(at, "why", inUse), inUse));
    all.put(
        "told: failed, none in use",
        new Told(new Outcome.Failed(at, "why", Optional.empty()), Optional.empty()));
    all.put("told: found as before", new Told(new Outcome.Found(at, inUse), inUse));
    if (target.isPresent()) {
      all.put("well, target in use", told(at, Signs.REGISTERED, target));
      all.put("told: switched", new Told(new Outcome.Switched(at), target));
      all.put("told: found target in use", new Told(new Outcome.Found(at, target), target));
    }
    return all;
  }

  private static Signs rejected() {
    return new Signs(
        Optional.of(false),
        Optional.of(new FaultCode("emm", "11")),
        Optional.empty(),
        Optional.empty());
  }

  private static Told told(Instant at, Signs signs, Optional<Iccid> inUse) {
    return new Told(Examples.situation(at, signs, inUse), inUse);
  }

  private static Situation wish(Instant at, Optional<Iccid> inUse, Optional<Iccid> wanted) {
    Situation now = Examples.situation(at, Signs.REGISTERED, inUse);
    return with(now, Optional.of(new Situation.Wish(wanted)), now.candidates(), Optional.empty());
  }

  private static Situation with(
      Situation now,
      Optional<Situation.Wish> wish,
      List<Candidate> candidates,
      Optional<Integer> left) {
    return new Situation(now.at(), now.country(), now.signs(), wish, candidates, left);
  }

  private static String line(String news, Decision decision) {
    String effect =
        decision.effect() instanceof Decision.Effect.Switch(Candidate to, Decision.Consent consent)
            ? ", switch to "
                + to.coverage().key()
                + " ("
                + consent.name().toLowerCase(Locale.ROOT)
                + ")"
            : "";
    return String.format(
        Locale.ROOT,
        "%-12s | %-32s -> %-12s | %s%s",
        decision.before().state().key(),
        news,
        decision.after().state().key(),
        decision.rule(),
        effect);
  }

  /// The same as if it were now, with what no rule can tell apart made equal.
  private static Node normal(Standing standing, Optional<Iccid> inUse, Instant at) {
    Duration back = Duration.between(at, NOW);
    List<Trouble> troubles =
        standing.troubles().stream()
            .map(each ->
                new Trouble(
                    each.trigger(),
                    past(each.since(), back),
                    each.gone().map(gone -> past(gone, back))))
            .toList();
    List<Avoided> avoided =
        standing.avoided().stream()
            .map(each -> new Avoided(each.iccid(), each.until().plus(back), ""))
            .filter(each -> each.until().isAfter(NOW))
            .sorted(Comparator.comparing(each -> each.iccid().value()))
            .toList();
    List<Instant> switches =
        standing.switches().stream()
            .map(each -> past(each, back))
            .filter(each -> each.isAfter(NOW.minus(Duration.ofDays(1))))
            .limit(2)
            .toList();
    return new Node(
        new Standing(
            standing.state(),
            past(standing.since(), back),
            standing.country(),
            troubles,
            standing.target(),
            standing.state().onTheWay() ? standing.cause() : Optional.empty(),
            standing.chosen(),
            avoided,
            switches,
            standing
                .proven()
                .map(each -> past(each, back))
                .filter(each -> each.isAfter(NOW.minus(STEP)))),
        inUse);
  }

  private static Instant past(Instant instant, Duration back) {
    Instant moved = instant.plus(back);
    Instant oldest = NOW.minus(STEP.multipliedBy(OLDEST));
    return moved.isBefore(oldest) ? oldest : moved;
  }
}
