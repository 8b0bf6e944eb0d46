package simwright.rsp.es2;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.rsp.Status;
import simwright.tlv.Octets;

/// ES2+.HandleDownloadProgressInfo (SGP.22 clauses 5.3.5 and 6.5.2.5): an SM-DP+ tells the operator
/// how far the download of an order came.
public final class HandleDownloadProgressInfo {
  /// At an operator.
  public static final RemoteFunction<Request, Shape.Nothing> FUNCTION =
      RemoteFunction.es2("handleDownloadProgressInfo", Request.SHAPE, Shape.nothing())
          .withoutBody();

  private static final String POINT = "notificationPointId";
  private static final String STATUS = "notificationPointStatus";
  private static final String AT = "timestamp";
  private static final String RESULT = "resultData";

  private HandleDownloadProgressInfo() {}

  /// The points that are told of, in the order of a download.
  public enum Point {
    /// Whether the card is fit for it, and how often it was tried.
    ELIGIBILITY(1),
    /// The confirmation code was wrong or missing.
    CONFIRMATION_FAILURE(2),
    /// The package was fetched.
    PACKAGE_DOWNLOAD(3),
    /// The package was installed, or not.
    PACKAGE_INSTALLATION(4);

    private final int number;

    Point(int number) {
      this.number = number;
    }

    /// Its number in the standard.
    public int number() {
      return number;
    }

    private static Point of(int number) {
      return Arrays.stream(values())
          .filter(each -> each.number == number)
          .findFirst()
          .orElseThrow(() -> Fields.wrong(POINT));
    }
  }

  /// The caller, the card if it is known, the profile and its kind, when, how far, and how that
  /// ended; what the card said of an installation.
  public record Request(
      Caller caller,
      Optional<String> eid,
      String iccid,
      String profileType,
      Instant at,
      Point point,
      Status status,
      Optional<Octets> result) {
    static final Shape<Request> SHAPE = new Shape<>(Request::read, Request::write);

    private static Request read(Fields fields) {
      return new Request(
          Caller.read(fields),
          fields.textIfThere("eid"),
          fields.text("iccid"),
          fields.text("profileType"),
          instant(fields),
          Point.of(fields.number(POINT)),
          Status.inside(fields.inside(STATUS)),
          fields.textIfThere(RESULT).map(_ -> fields.octets(RESULT)));
    }

    private static Instant instant(Fields fields) {
      try {
        return Instant.parse(fields.text(AT));
      } catch (DateTimeParseException e) {
        throw Fields.wrong(AT);
      }
    }

    /// The time has whole seconds.
    private void write(Fields fields) {
      caller.write(fields);
      Fields unused =
          fields
              .put("iccid", iccid)
              .put("profileType", profileType)
              .put(AT, at.truncatedTo(ChronoUnit.SECONDS).toString())
              .put(POINT, point.number)
              .put(STATUS, status.fields());
      eid.ifPresent(text -> fields.put("eid", text));
      result.ifPresent(bytes -> fields.put(RESULT, bytes));
    }
  }
}
