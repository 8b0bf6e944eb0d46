package simwright.sim.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.sim.server.Order.State;

/// The orders of an SM-DP+ and how operators move them along (SGP.22 clause 5.3, ES2+).
final class OrderBook {
  private final List<Order> orders = new ArrayList<>();
  private int made;

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
    Order order =
        orders.stream()
            .filter(each -> iccid.isEmpty() || each.offer().upp().iccid().equals(iccid.get()))
            .filter(each -> each.state() == State.AVAILABLE)
            .findFirst()
            .orElseThrow(() ->
                iccid.isPresent() && known(iccid.get())
                    ? new Refused("8.2.1", "3.3", "Profile ICCID already in use")
                    : new Refused("8.2.1", "3.9", "Profile ICCID unknown"));
    order.state(eid.isPresent() ? State.LINKED : State.ALLOCATED);
    eid.ifPresent(order::eid);
    return order;
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
    eid.ifPresent(order::eid);
    String id = matchingId.filter(each -> !each.isEmpty()).orElseGet(this::freshId);
    if (orders.stream().anyMatch(each -> each != order && each.matchingId().equals(id))) {
      throw new Refused("8.2.6", "3.3", "MatchingID already in use");
    }
    order.matchingId(id);
    order.confirmationCode(code);
    order.state(release ? State.RELEASED : State.CONFIRMED);
    return order;
  }

  /// ES2+.ReleaseProfile.
  synchronized void release(String iccid) {
    of(iccid, State.CONFIRMED).state(State.RELEASED);
  }

  /// ES2+.CancelOrder: not any more once it is installed. The matching identifier that ends.
  synchronized String cancel(String iccid, boolean available) {
    Order order =
        orders.stream()
            .filter(each -> each.offer().upp().iccid().equals(iccid))
            .findFirst()
            .orElseThrow(() -> new Refused("8.2.1", "3.9", "Profile ICCID unknown"));
    if (order.state() == State.INSTALLED) {
      throw new Refused("8.2.1", "3.5", "The profile is installed");
    }
    if (!available) {
      order.state(State.UNAVAILABLE);
      return order.matchingId();
    }
    orders.remove(order);
    stock(order.offer());
    return order.matchingId();
  }

  private Order of(String iccid, State... states) {
    return orders.stream()
        .filter(each -> each.offer().upp().iccid().equals(iccid))
        .filter(each -> List.of(states).contains(each.state()))
        .findFirst()
        .orElseThrow(() ->
            known(iccid)
                ? new Refused("8.2.1", "1.2", "Not in this state")
                : new Refused("8.2.1", "3.9", "Profile ICCID unknown"));
  }

  private boolean known(String iccid) {
    return orders.stream().anyMatch(each -> each.offer().upp().iccid().equals(iccid));
  }

  private String freshId() {
    made++;
    return String.format(
        java.util.Locale.ROOT, "BENCH-%04d-%04d", 7000 + made * 13, 1000 + made * 7);
  }
}
