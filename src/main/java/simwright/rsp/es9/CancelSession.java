package simwright.rsp.es9;

import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.tlv.Tlv;

/// ES9+.CancelSession (SGP.22 clauses 5.6.5 and 6.5.2.10): tells the server what the card signed.
public final class CancelSession {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Shape.Nothing> FUNCTION =
      RemoteFunction.es9("cancelSession", Request.SHAPE, Shape.nothing());

  private CancelSession() {}

  /// The transaction and the card's answer to CancelSession.
  public record Request(String transactionId, Tlv response) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(fields.text("transactionId"), fields.tlv("cancelSessionResponse")),
            Request::write);

    private void write(Fields fields) {
      fields.put("transactionId", transactionId).put("cancelSessionResponse", response);
    }
  }
}
