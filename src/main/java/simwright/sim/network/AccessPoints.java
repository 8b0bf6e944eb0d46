package simwright.sim.network;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The access points of the networks around the bench, and whom they let in: what the packet
/// gateway answers to a device that asks for one.
public final class AccessPoints {
  /// What a device gets that asks for none by name.
  public static final String USUAL = "internet";

  /// Missing or unknown access point name (3GPP TS 24.301 clause 9.9.4.4, as the next ones).
  public static final int UNKNOWN = 27;

  /// The user is not authenticated.
  public static final int NOT_AUTHENTICATED = 29;

  /// The service was not subscribed.
  public static final int NOT_SUBSCRIBED = 33;

  private static final Point OPEN = new Point(true, "", "");

  private static final Map<String, Point> ALL =
      Map.of(
          USUAL,
          OPEN,
          "internet.second",
          OPEN,
          "iot.example",
          OPEN,
          "ims",
          OPEN,
          "mms",
          OPEN,
          "private.example",
          new Point(true, "bench", "simulated"),
          "corporate.example",
          new Point(false, "", ""));

  private AccessPoints() {}

  private record Point(boolean subscribed, String user, String password) {}

  /// Who asks for an access point, and how they sign in: user and password, "" for none.
  public record Request(String name, String user, String password) {}

  /// The ESM cause with which a request is refused; empty where it is let in.
  public static Optional<Integer> refusal(Request request) {
    Point point =
        request.name().isEmpty() ? OPEN : ALL.get(request.name().toLowerCase(Locale.ROOT));
    if (point == null) {
      return Optional.of(UNKNOWN);
    }
    if (!point.subscribed()) {
      return Optional.of(NOT_SUBSCRIBED);
    }
    boolean signedIn =
        point.user().isEmpty()
            || point.user().equals(request.user()) && point.password().equals(request.password());
    return signedIn ? Optional.empty() : Optional.of(NOT_AUTHENTICATED);
  }
}
