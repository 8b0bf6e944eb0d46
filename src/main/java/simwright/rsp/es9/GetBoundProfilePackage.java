package simwright.rsp.es9;

import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// ES9+.GetBoundProfilePackage (SGP.22 clauses 5.6.2 and 6.5.2.7).
public final class GetBoundProfilePackage {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Answer> FUNCTION =
      RemoteFunction.es9("getBoundProfilePackage", Request.SHAPE, Answer.SHAPE);

  private GetBoundProfilePackage() {}

  /// The transaction and the card's answer to PrepareDownload.
  public record Request(String transactionId, Tlv response) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(fields.text("transactionId"), fields.tlv("prepareDownloadResponse")),
            Request::write);

    private void write(Fields fields) {
      fields.put("transactionId", transactionId).put("prepareDownloadResponse", response);
    }
  }

  /// The transaction and the package, byte for byte.
  public record Answer(String transactionId, Octets bound) {
    static final Shape<Answer> SHAPE =
        new Shape<>(
            fields ->
                new Answer(fields.text("transactionId"), fields.octets("boundProfilePackage")),
            Answer::write);

    private void write(Fields fields) {
      fields.put("transactionId", transactionId).put("boundProfilePackage", bound);
    }
  }
}
