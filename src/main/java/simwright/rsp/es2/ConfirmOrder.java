package simwright.rsp.es2;

import java.util.Optional;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;

/// ES2+.ConfirmOrder (SGP.22 clauses 5.3.2 and 6.5.2.2): gives an order its matching identifier and
/// confirmation code, and sets it free or keeps it back.
public final class ConfirmOrder {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Answer> FUNCTION =
      RemoteFunction.es2("confirmOrder", Request.SHAPE, Answer.SHAPE);

  private ConfirmOrder() {}

  /// The caller, the profile, and the terms of its download; with an SM-DS, the card hears of it
  /// there.
  public record Request(
      Caller caller,
      String iccid,
      Optional<String> eid,
      Optional<String> matchingId,
      Optional<String> confirmationCode,
      Optional<String> smdsAddress,
      boolean release) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields ->
                new Request(
                    Caller.read(fields),
                    fields.text("iccid"),
                    fields.textIfThere("eid"),
                    fields.textIfThere("matchingId"),
                    fields.textIfThere("confirmationCode"),
                    fields.textIfThere("smdsAddress"),
                    fields.flag("releaseFlag")),
            Request::write);

    private void write(Fields fields) {
      caller.write(fields);
      Fields unused = fields.put("iccid", iccid).put("releaseFlag", release);
      eid.ifPresent(text -> fields.put("eid", text));
      matchingId.ifPresent(text -> fields.put("matchingId", text));
      confirmationCode.ifPresent(text -> fields.put("confirmationCode", text));
      smdsAddress.ifPresent(text -> fields.put("smdsAddress", text));
    }

    /// The confirmation code is a secret.
    @Override
    public String toString() {
      return "ConfirmOrder";
    }
  }

  /// The card if it is known, the matching identifier, and where to fetch it.
  public record Answer(Optional<String> eid, String matchingId, Optional<String> smdpAddress) {
    static final Shape<Answer> SHAPE =
        new Shape<>(
            fields ->
                new Answer(
                    fields.textIfThere("eid"),
                    fields.text("matchingId"),
                    fields.textIfThere("smdpAddress")),
            Answer::write);

    private void write(Fields fields) {
      Fields unused = fields.put("matchingId", matchingId);
      eid.ifPresent(text -> fields.put("eid", text));
      smdpAddress.ifPresent(text -> fields.put("smdpAddress", text));
    }
  }
}
