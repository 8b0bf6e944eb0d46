package simwright.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simwright.identity.Iccid;

/// What a run has beside its device: work on the card, the test orders it may use up, in order, the
/// profiles it met, what stood on the card where a step read it, what it does around the device,
/// and what steps keep for later ones, each under the step's id.
public record RunTools(
    CardWork card,
    List<TestOrder> orders,
    Map<String, Met> profiles,
    Map<String, There> there,
    Around around,
    Map<String, String> kept) {
  /// A profile, and whether the run itself downloaded it.
  public record Met(Iccid iccid, boolean own) {}

  /// What stood on the card: its profiles, and the server it asks where no code names one.
  public record There(Set<Iccid> profiles, String defaultServer) {}

  /// With this card and these orders.
  public static RunTools of(CardWork card, List<TestOrder> orders) {
    return new RunTools(
        card,
        List.copyOf(orders),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        Around.on(Surroundings.byHand()),
        new ConcurrentHashMap<>());
  }

  /// The same on another bench.
  public RunTools with(Around other) {
    return new RunTools(card, orders, profiles, there, other, kept);
  }

  /// For plans that have nothing to do with a card.
  public static RunTools none() {
    return of(CardWork.none(), List.of());
  }

  /// Keeps a profile under the id of the step that downloaded or found it.
  public void meet(String step, Iccid iccid, boolean own) {
    if (!step.isEmpty()) {
      profiles.put(step, new Met(iccid, own));
    }
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

  /// The profile that a step met.
  public Optional<Met> met(String step) {
    return Optional.ofNullable(profiles.get(step));
  }
}
