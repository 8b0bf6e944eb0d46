package simwright.sim.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.identity.Eid;
import simwright.sim.server.Order.State;

/// The orders of an SM-DP+ and how operators move them along (SGP.22 clause 5.3, ES2+).
final class OrderBook {
  private static final Duration LIFE = Duration.ofDays(30);

  private final List<Order> orders = new ArrayList<>();
  private final Supplier<Instant> now;
  private int made;

  /// Of a server with this clock: what is released may be fetched for thirty days.
  OrderBook(Supplier<Instant> now) {
    this.now = now;
  }

  synchronized void stock(Offer offer) {
    orders.add(new Order(offer));
  }

  synchronized List<Order> all() {
    return List.copyOf(orders);
  }

  /// The released order of a matching identifier; one that is none is refused with 8.2.6/3.8.
  synchronized Order matching(String matchingId) {
    return orders.stream()
        .filter(each -> !matchingId.isEmpty() && each.matchingId().equals(matchingId))
        .findFirst()
        .orElseThrow(() -> new Refused("8.2.6", "3.8", "MatchingID refused"));
  }

  /// The released order that waits for a card without a matching identifier.
  synchronized Optional<Order> waitingFor(Eid eid) {
    return orders.stream()
        .filter(
            each -> each.state() == State.RELEASED && each.eid().filter(eid::equals).isPresent())
        .findFirst();
  }

  /// ES2+.DownloadOrder: takes a profile for a card, or keeps it for one that is named later.
  synchronized Order download(Optional<String> iccid, Optional<Eid> eid) {
    return download(iccid, Optional.empty(), eid);
  }

  /// The same for one of a kind.
  synchronized Order download(Optional<String> iccid, Optional<String> type, Optional<Eid> eid) {
    Order order =
        orders.stream()
            .filter(each -> iccid.isEmpty() || iccid(each).equals(iccid.get()))
            .filter(each -> type.isEmpty() || each.offer().type().equals(type.get()))
            .filter(each -> each.state() == State.AVAILABLE)
            .findFirst()
            .orElseThrow(() -> none(iccid, type));
    order.state(eid.isPresent() ? State.LINKED : State.ALLOCATED);
    eid.ifPresent(order::eid);
    return order;
  }

  private Refused none(Optional<String> iccid, Optional<String> type) {
    if (iccid.isPresent()) {
      boolean known = orders.stream().anyMatch(each -> iccid(each).equals(iccid.get()));
      boolean other =
          orders.stream()
              .anyMatch(each ->
                  iccid(each).equals(iccid.get())
                      && type.filter(kind -> !kind.equals(each.offer().type())).isPresent());
      return !known
          ? new Refused("8.2.1", "3.9", "Profile ICCID unknown")
          : other
              ? new Refused("8.2.5", "3.8", "The profile is of another type")
              : new Refused("8.2.1", "3.3", "Profile ICCID already in use");
    }
    boolean known =
        type.isEmpty() || orders.stream().anyMatch(each -> each.offer().type().equals(type.get()));
    return known
        ? new Refused("8.2.5", "3.7", "No more profiles of this type")
        : new Refused("8.2.5", "3.9", "Profile type unknown");
  }

  /// ES2+.ConfirmOrder: gives it a matching identifier, a confirmation code, and perhaps sets it
  /// free.
  synchronized Order confirm(
      String iccid, Optional<Eid> eid, Optional<String> matchingId, String code, boolean release) {
    Order order = of(iccid, State.ALLOCATED, State.LINKED);
    Optional<Eid> card = order.eid();
    if (card.isPresent() && eid.isPresent() && !card.equals(eid)) {
      throw new Refused("8.1.1", "3.10", "EID does not match the order");
    }
    String id = matchingId.filter(each -> !each.isEmpty()).orElseGet(this::freshId);
    if (orders.stream().anyMatch(each -> each != order && each.matchingId().equals(id))) {
      throw new Refused("8.2.6", "3.3", "MatchingID already in use");
    }
    eid.ifPresent(order::eid);
    order.matchingId(id);
    order.confirmationCode(code);
    set(order, release ? State.RELEASED : State.CONFIRMED);
    return order;
  }

  /// ES2+.ReleaseProfile.
  synchronized Order release(String iccid) {
    Order order = of(iccid, State.CONFIRMED);
    set(order, State.RELEASED);
    return order;
  }

  /// ES2+.CancelOrder: not any more once it is installed. The matching identifier that ends.
  synchronized String cancel(String iccid, Optional<Eid> eid, boolean available) {
    Order order = known(iccid);
    if (order.state() == State.INSTALLED || order.state() == State.AVAILABLE) {
      throw new Refused("8.2.1", "3.5", "Not in this state: " + order.state());
    }
    if (order.eid().isPresent() && eid.isPresent() && !order.eid().equals(eid)) {
      throw new Refused("8.1.1", "3.10", "EID does not match the order");
    }
    if (!available) {
      order.state(State.UNAVAILABLE);
      return order.matchingId();
    }
    boolean unused = orders.remove(order);
    stock(order.offer());
    return order.matchingId();
  }

  /// The order of a profile, the last where a profile was stocked again; an ICCID that is none here
  /// is refused with 8.2.1/3.9.
  synchronized Order known(String iccid) {
    return orders.stream()
        .filter(each -> iccid(each).equals(iccid))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new Refused("8.2.1", "3.9", "Profile ICCID unknown"));
  }

  private void set(Order order, State state) {
    order.state(state);
    if (state == State.RELEASED) {
      order.until(now.get().plus(LIFE));
    }
  }

  private Order of(String iccid, State... states) {
    Order order = known(iccid);
    if (!List.of(states).contains(order.state())) {
      throw new Refused("8.2.1", "3.5", "Not in this state: " + order.state());
    }
    return order;
  }

  private static String iccid(Order order) {
    return order.offer().upp().iccid();
  }

  private String freshId() {
    made++;
    return String.format(Locale.ROOT, "BENCH-%04d-%04d", 7000 + made * 13, 1000 + made * 7);
  }
}
