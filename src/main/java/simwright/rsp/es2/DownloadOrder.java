package simwright.rsp.es2;

import java.util.Optional;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;

/// ES2+.DownloadOrder (SGP.22 clauses 5.3.1 and 6.5.2.1): takes a profile, named or of a kind, for
/// a card that is known or named later.
public final class DownloadOrder {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Answer> FUNCTION =
      RemoteFunction.es2("downloadOrder", Request.SHAPE, Answer.SHAPE);

  private DownloadOrder() {}

  /// The caller, and what is known of card and profile.
  public record Request(
      Caller caller, Optional<String> eid, Optional<String> iccid, Optional<String> profileType) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(
                    Caller.read(fields),
                    fields.textIfThere("eid"),
                    fields.textIfThere("iccid"),
                    fields.textIfThere("profileType")),
            Request::write);

    private void write(Fields fields) {
      caller.write(fields);
      eid.ifPresent(text -> fields.put("eid", text));
      iccid.ifPresent(text -> fields.put("iccid", text));
      profileType.ifPresent(text -> fields.put("profileType", text));
    }
  }

  /// The ICCID of the profile that was taken.
  public record Answer(String iccid) {
    static final Shape<Answer> SHAPE =
        new Shape<>(
            fields -> new Answer(fields.text("iccid")),
            (answer, fields) -> fields.put("iccid", answer.iccid));
  }
}
