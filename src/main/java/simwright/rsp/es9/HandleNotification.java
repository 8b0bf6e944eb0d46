package simwright.rsp.es9;

import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.tlv.Tlv;

/// ES9+.HandleNotification (SGP.22 clauses 5.6.4 and 6.5.2.9): answered with HTTP 204 alone.
public final class HandleNotification {
  /// At the address that the notification names.
  public static final RemoteFunction<Request, Shape.Nothing> FUNCTION =
      RemoteFunction.es9("handleNotification", Request.SHAPE, Shape.nothing()).withoutBody();

  private HandleNotification() {}

  /// The notification as the card signed it.
  public record Request(Tlv notification) {
    static final Shape<Request> SHAPE =
        new Shape<>(fields -> new Request(fields.tlv("pendingNotification")), Request::write);

    private void write(Fields fields) {
      fields.put("pendingNotification", notification);
    }
  }
}
