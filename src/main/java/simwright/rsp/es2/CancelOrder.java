package simwright.rsp.es2;

import java.util.Optional;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;

/// ES2+.CancelOrder (SGP.22 clauses 5.3.3 and 6.5.2.3): ends an order whose profile is not
/// installed; the profile may be ordered again, or not any more.
public final class CancelOrder {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Shape.Nothing> FUNCTION =
      RemoteFunction.es2("cancelOrder", Request.SHAPE, Shape.nothing());

  private static final String AVAILABLE = "Available";
  private static final String UNAVAILABLE = "Unavailable";

  private CancelOrder() {}

  /// The caller, the profile, the card if it is known, and whether the profile may be ordered
  /// again.
  public record Request(Caller caller, String iccid, Optional<String> eid, boolean available) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(
                    Caller.read(fields),
                    fields.text("iccid"),
                    fields.textIfThere("eid"),
                    fields.text("finalProfileStatusIndicator").equals(AVAILABLE)),
            Request::write);

    private void write(Fields fields) {
      caller.write(fields);
      Fields unused =
          fields
              .put("iccid", iccid)
              .put("finalProfileStatusIndicator", available ? AVAILABLE : UNAVAILABLE);
      eid.ifPresent(text -> fields.put("eid", text));
    }
  }
}
