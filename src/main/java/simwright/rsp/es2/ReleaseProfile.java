package simwright.rsp.es2;

import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;

/// ES2+.ReleaseProfile (SGP.22 clauses 5.3.4 and 6.5.2.4): sets a confirmed order free.
public final class ReleaseProfile {
  /// At an SM-DP+.
  public static final RemoteFunction<Request, Shape.Nothing> FUNCTION =
      RemoteFunction.es2("releaseProfile", Request.SHAPE, Shape.nothing());

  private ReleaseProfile() {}

  /// The caller, and the profile.
  public record Request(Caller caller, String iccid) {
    static final Shape<Request> SHAPE =
        new Shape<>(
            fields -> new Request(Caller.read(fields), fields.text("iccid")), Request::write);

    private void write(Fields fields) {
      caller.write(fields);
      Fields unused = fields.put("iccid", iccid);
    }
  }
}
