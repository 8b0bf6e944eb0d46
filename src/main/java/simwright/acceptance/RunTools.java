package simwright.acceptance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simwright.identity.Iccid;
import simwright.identity.Redactor;

/// What a run has beside its device: work on the card, the test orders it may use up, in order, the
/// profiles it met, what stood on the card where a step read it, what it does around the device,
/// what it orders itself at a server, by which policies it selects profiles, and what steps keep
/// for later ones and hold open, each under the step's id.
public record RunTools(
    CardWork card,
    List<TestOrder> orders,
    Map<String, Met> profiles,
    Map<String, There> there,
    Around around,
    OrderWork server,
    SelectionWork selection,
    Map<String, String> kept,
    Map<String, Held> open) {
  /// No id of a step holds it.
  private static final String NUMBER = "/";

  private static final String TOLD = "told" + NUMBER;
  private static final int LONGEST = 80;

  /// A profile, and whether the run itself downloaded it.
  public record Met(Iccid iccid, boolean own) {}

  /// What stood on the card: its profiles, and the server it asks where no code names one.
  public record There(Set<Iccid> profiles, String defaultServer) {}

  /// Keeps what a person told of the device: "model" or "firmware". What is long enough to be an
  /// identifier is shortened, as in the log.
  public void tells(String what, String words) {
    String plain = Redactor.redact(words.strip().replaceAll("\\s+", " "));
    kept.put(TOLD + what, plain.substring(0, Math.min(LONGEST, plain.length())));
  }

  /// What a person told of the device.
  Optional<String> told(String what) {
    return Optional.ofNullable(kept.get(TOLD + what));
  }

  /// What tells the orders from others without telling their codes.
  public List<String> orderNames() {
    return orders.stream().map(TestOrder::name).toList();
  }

  /// With this card and these orders.
  public static RunTools of(CardWork card, List<TestOrder> orders) {
    return new RunTools(
        card,
        List.copyOf(orders),
        new ConcurrentHashMap<>(),
        Collections.synchronizedMap(new LinkedHashMap<>()),
        Around.on(Surroundings.byHand()),
        OrderWork.none(),
        SelectionWork.none(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  /// The same on another bench.
  public RunTools with(Around other) {
    return new RunTools(card, orders, profiles, there, other, server, selection, kept, open);
  }

  /// The same with orders of its own at a server.
  public RunTools with(OrderWork own) {
    return new RunTools(card, orders, profiles, there, around, own, selection, kept, open);
  }

  /// The same with policies, and a log of what is decided by them.
  public RunTools with(SelectionWork policies) {
    return new RunTools(card, orders, profiles, there, around, server, policies, kept, open);
  }

  /// For plans that have nothing to do with a card.
  public static RunTools none() {
    return of(CardWork.none(), List.of());
  }

  /// Keeps a profile under the id of the step that downloaded or found it. A step that downloads
  /// again and again keeps all of them: the newest under its id, the others under numbers of it.
  public synchronized void meet(String step, Iccid iccid, boolean own) {
    if (step.isEmpty()) {
      return;
    }
    Met former = profiles.put(step, new Met(iccid, own));
    if (former != null && former.own() && !former.iccid().equals(iccid)) {
      profiles.put(another(step, profiles.keySet()), former);
    }
  }

  /// The next number under which a step keeps a profile beside its newest.
  static String another(String step, Set<String> kept) {
    long there = kept.stream().filter(each -> each.startsWith(step + NUMBER)).count();
    return step + NUMBER + (there + 1);
  }

  /// Keeps what stood on the card when a step read it.
  public void saw(String step, There all) {
    if (!step.isEmpty()) {
      there.put(step, all);
    }
  }

  /// What stood on the card when a step read it; empty where that is not known.
  public Optional<There> seen(String step) {
    return Optional.ofNullable(there.get(step));
  }

  /// What stood on the card when a step first read it; empty where none did.
  public Optional<There> first() {
    synchronized (there) {
      return there.values().stream().findFirst();
    }
  }

  /// All profiles that a step met, its newest first.
  public List<Met> allMet(String step) {
    return profiles.entrySet().stream()
        .filter(each -> each.getKey().equals(step) || each.getKey().startsWith(step + NUMBER))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The profile that a step met last.
  public Optional<Met> met(String step) {
    return Optional.ofNullable(profiles.get(step));
  }

  /// Holds something open for later steps; what was held under the same id is closed.
  public void hold(String step, Held held) {
    Held former = open.put(step, held);
    if (former != null) {
      former.close();
    }
  }

  /// What a step holds open.
  public Optional<Held> held(String step) {
    return Optional.ofNullable(open.get(step));
  }

  /// Closes what a step holds open.
  public void drop(String step) {
    Held held = open.remove(step);
    if (held != null) {
      held.close();
    }
  }

  /// Closes all that is held open, at the run's end.
  public void release() {
    List.copyOf(open.keySet()).forEach(this::drop);
  }
}
