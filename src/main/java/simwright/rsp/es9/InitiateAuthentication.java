package simwright.rsp.es9;

import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// ES9+.InitiateAuthentication (SGP.22 clauses 5.6.1 and 6.5.2.6): the server authenticates itself.
public final class InitiateAuthentication {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Answer> FUNCTION =
      RemoteFunction.es9("initiateAuthentication", Request.SHAPE, Answer.SHAPE);

  /// At an SM-DS (clause 5.8.1).
  public static final RemoteFunction<Request, Answer> AT_SMDS =
      RemoteFunction.es11("initiateAuthentication", Request.SHAPE, Answer.SHAPE);

  private InitiateAuthentication() {}

  /// 16 bytes of challenge, EuiccInfo1, and the server's name as the activation code has it.
  public record Request(Octets challenge, Tlv info1, String address) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(
                    fields.octets("euiccChallenge"),
                    fields.tlv("euiccInfo1"),
                    fields.text("smdpAddress")),
            Request::write);

    private void write(Fields fields) {
      fields.put("euiccChallenge", challenge).put("euiccInfo1", info1).put("smdpAddress", address);
    }
  }

  /// The transaction, what the server signed, its signature, the root the card is to use, and the
  /// server's certificate.
  public record Answer(
      String transactionId, Tlv signed, Tlv signature, Tlv rootKey, Tlv certificate) {
    static final Shape<Answer> SHAPE =
        new Shape<>(
            fields ->
                new Answer(
                    fields.text("transactionId"),
                    fields.tlv("serverSigned1"),
                    fields.tlv("serverSignature1"),
                    fields.tlv("euiccCiPKIdToBeUsed"),
                    fields.tlv("serverCertificate")),
            Answer::write);

    private void write(Fields fields) {
      fields
          .put("transactionId", transactionId)
          .put("serverSigned1", signed)
          .put("serverSignature1", signature)
          .put("euiccCiPKIdToBeUsed", rootKey)
          .put("serverCertificate", certificate);
    }
  }
}
