package simwright.sim.server;

import java.util.Optional;
import simwright.identity.Eid;
import simwright.rsp.Shape;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.ReleaseProfile;

/// What a simulated SM-DP+ does for operators (SGP.22 clause 5.3, ES2+).
final class OperatorSide {
  private final String address;
  private final OrderBook orders;
  private final Smds smds;
  private final String smdsAddress;

  OperatorSide(String address, OrderBook orders, Smds smds, String smdsAddress) {
    this.address = address;
    this.orders = orders;
    this.smds = smds;
    this.smdsAddress = smdsAddress;
  }

  DownloadOrder.Answer download(DownloadOrder.Request request) {
    Order order = orders.download(request.iccid(), request.eid().map(OperatorSide::eid));
    return new DownloadOrder.Answer(order.offer().upp().iccid());
  }

  ConfirmOrder.Answer confirm(ConfirmOrder.Request request) {
    if (request.smdsAddress().filter(each -> !each.equals(smdsAddress)).isPresent()) {
      throw new Refused("8.9", "4.2", "The SM-DS cannot be reached");
    }
    Order order =
        orders.confirm(
            request.iccid(),
            request.eid().map(OperatorSide::eid),
            request.matchingId(),
            request.confirmationCode().orElse(""),
            request.release());
    if (request.smdsAddress().isPresent()) {
      order.eid().ifPresent(card -> smds.register(card, order.matchingId(), address));
    }
    return new ConfirmOrder.Answer(
        order.eid().map(Eid::value), order.matchingId(), Optional.of(address));
  }

  Shape.Nothing release(ReleaseProfile.Request request) {
    orders.release(request.iccid());
    return new Shape.Nothing();
  }

  Shape.Nothing cancel(CancelOrder.Request request) {
    smds.delete(orders.cancel(request.iccid(), request.available()));
    return new Shape.Nothing();
  }

  private static Eid eid(String text) {
    if (!text.matches("[0-9]{32}")) {
      throw new Refused("8.1.1", "2.1", "Invalid EID");
    }
    return new Eid(text);
  }
}
