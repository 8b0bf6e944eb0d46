package simwright.sim.server;

import java.util.Optional;
import simwright.identity.Eid;
import simwright.rsp.Shape;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.serve.RspListener.Call;
import simwright.rsp.trust.Certificate;

/// What a simulated SM-DP+ does for operators (SGP.22 clause 5.3, ES2+). A caller is whom its
/// certificate names, and nobody touches what another operator ordered.
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

  DownloadOrder.Answer download(Call call, DownloadOrder.Request request) {
    String operator = admit(call, request.caller());
    if (request.iccid().isEmpty() && request.profileType().isEmpty()) {
      throw new Refused("8.2.1", "2.3", "Neither an ICCID nor a profile type is named");
    }
    Order order =
        orders.download(
            request.iccid(), request.profileType(), request.eid().map(OperatorSide::eid));
    order.owner(operator);
    return new DownloadOrder.Answer(order.offer().upp().iccid());
  }

  ConfirmOrder.Answer confirm(Call call, ConfirmOrder.Request request) {
    Order known = own(call, request.caller(), request.iccid());
    Optional<Eid> card = request.eid().map(OperatorSide::eid).or(known::eid);
    if (request.smdsAddress().isPresent() && card.isEmpty()) {
      throw new Refused("8.1.1", "2.2", "An SM-DS needs to know the EID");
    }
    if (request.smdsAddress().filter(each -> !each.equals(smdsAddress)).isPresent()) {
      throw new Refused("8.9", "5.1", "The SM-DS cannot be reached");
    }
    Order order =
        orders.confirm(
            request.iccid(),
            request.eid().map(OperatorSide::eid),
            request.matchingId(),
            request.confirmationCode().orElse(""),
            request.release());
    request.smdsAddress().ifPresent(order::smds);
    announce(order);
    return new ConfirmOrder.Answer(
        order.eid().map(Eid::value), order.matchingId(), Optional.of(address));
  }

  Shape.Nothing release(Call call, ReleaseProfile.Request request) {
    Order unused = own(call, request.caller(), request.iccid());
    announce(orders.release(request.iccid()));
    return new Shape.Nothing();
  }

  Shape.Nothing cancel(Call call, CancelOrder.Request request) {
    Order unused = own(call, request.caller(), request.iccid());
    smds.delete(
        orders.cancel(request.iccid(), request.eid().map(OperatorSide::eid), request.available()));
    return new Shape.Nothing();
  }

  /// The SM-DS hears of what may be fetched, not before.
  private void announce(Order order) {
    if (order.state() == Order.State.RELEASED && order.smds().isPresent()) {
      order.eid().ifPresent(card -> smds.register(card, order.matchingId(), address));
    }
  }

  private Order own(Call call, Caller caller, String iccid) {
    String operator = admit(call, caller);
    Order order = orders.known(iccid);
    if (order.owner().filter(each -> !each.equals(operator)).isPresent()) {
      throw new Refused("8.2.1", "1.2", "Another operator ordered it");
    }
    return order;
  }

  /// The function requester must be whom the certificate names.
  private static String admit(Call call, Caller caller) {
    Optional<String> named = call.caller().flatMap(Certificate::serverOid);
    if (named.isEmpty()) {
      throw new Refused("1.1", "1.1", "The certificate names no operator");
    }
    if (!named.get().equals(caller.identifier())) {
      throw new Refused("1.1", "1.2", "The certificate is for " + named.get());
    }
    return named.get();
  }

  private static Eid eid(String text) {
    if (!text.matches("[0-9]{32}")) {
      throw new Refused("8.1.1", "2.1", "Invalid EID");
    }
    return new Eid(text);
  }
}
