package simwright.rsp.es9;

import java.util.List;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.tlv.Tlv;

/// ES9+.AuthenticateClient (SGP.22 clauses 5.6.3 and 6.5.2.8): the card authenticates itself, and
/// hears what waits for it.
public final class AuthenticateClient {
  /// At an SM-DP+: the profile that waits.
  public static final RemoteFunction<Request, Answer> FUNCTION =
      RemoteFunction.es9("authenticateClient", Request.SHAPE, Answer.SHAPE);

  /// At an SM-DS (clause 5.8.2): the events that wait.
  public static final RemoteFunction<Request, Events> AT_SMDS =
      RemoteFunction.es11("authenticateClient", Request.SHAPE, Events.SHAPE);

  private AuthenticateClient() {}

  /// The transaction and the card's answer to AuthenticateServer.
  public record Request(String transactionId, Tlv response) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(fields.text("transactionId"), fields.tlv("authenticateServerResponse")),
            Request::write);

    private void write(Fields fields) {
      fields.put("transactionId", transactionId).put("authenticateServerResponse", response);
    }
  }

  /// The transaction, the metadata of the profile, what the server signed for it, its signature,
  /// and the certificate that binds.
  public record Answer(
      String transactionId, Tlv metadata, Tlv signed, Tlv signature, Tlv certificate) {
    static final Shape<Answer> SHAPE =
        new Shape<>(
            fields ->
                new Answer(
                    fields.text("transactionId"),
                    fields.tlv("profileMetadata"),
                    fields.tlv("smdpSigned2"),
                    fields.tlv("smdpSignature2"),
                    fields.tlv("smdpCertificate")),
            Answer::write);

    private void write(Fields fields) {
      fields
          .put("transactionId", transactionId)
          .put("profileMetadata", metadata)
          .put("smdpSigned2", signed)
          .put("smdpSignature2", signature)
          .put("smdpCertificate", certificate);
    }
  }

  /// The transaction, and where to go with which event.
  public record Events(String transactionId, List<Event> events) {
    static final Shape<Events> SHAPE =
        new Shape<>(
            fields ->
                new Events(fields.text("transactionId"), fields.list("eventEntries", Event::read)),
            Events::write);

    private void write(Fields fields) {
      fields
          .put("transactionId", transactionId)
          .put("eventEntries", events.stream().map(Event::write).toList());
    }
  }

  /// An event: its identifier, which is the matching identifier there, and the server's name.
  public record Event(String id, String address) {
    static Event read(Fields fields) {
      return new Event(fields.text("eventId"), fields.text("rspServerAddress"));
    }

    /// As an activation code, as the server wrote it.
    public String code() {
      return "LPA:1$" + address + "$" + id;
    }

    Fields write() {
      return Fields.empty().put("eventId", id).put("rspServerAddress", address);
    }
  }
}
