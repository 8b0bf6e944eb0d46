package simwright.rsp.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.ServerName;

/// A person's word that one server's TLS certificate is believed although it has ended, leads to no
/// root that is known here, or is for another name: for this host and this certificate (its
/// SHA-256, 64 hex digits in upper case) alone, until a time, and why. Nothing else of a
/// certificate can be excepted, and nothing that a card or the protocol verifies.
public record HostException(String host, String certificate, Instant until, String because) {
  /// As long as one may hold.
  public static final Duration LONGEST = Duration.ofDays(31);

  /// What a person can judge, in words.
  private static final Map<FaultCode, String> JUDGED =
      Map.of(
          TrustCodes.EXPIRED, "it has ended",
          TrustCodes.ROOT, "it leads to no root that is known here",
          TrustCodes.HOST, "it is for another name");

  private static final int REASON = 200;
  private static final int FINGERPRINT = 64;
  private static final int SHORT = 16;

  /// That an exception was made use of, and what was wrong.
  public record Use(HostException exception, List<FaultCode> findings) {
    public Use {
      findings = List.copyOf(findings);
    }

    /// What a person should know of it.
    public String words() {
      return "The TLS certificate of "
          + exception.host
          + " is believed by an exception only ("
          + findings.stream()
              .map(each -> JUDGED.getOrDefault(each, each.toString()))
              .collect(Collectors.joining(", "))
          + "), which holds until "
          + exception.until
          + ", because: "
          + exception.because;
    }
  }

  /// One that a person asks for now; throws `trust/exception` where it cannot be one.
  public static HostException asked(
      String host, String certificate, Instant until, String because, Instant now) {
    String name = ServerName.checked(host);
    String hex = plain(certificate);
    if (!hex.matches("[0-9A-F]{" + FINGERPRINT + "}")) {
      throw refused(name, "the certificate is named by its SHA-256, which has 64 hex digits");
    }
    if (!until.isAfter(now)) {
      throw refused(name, "its end, " + until + ", is over already");
    }
    if (until.isAfter(now.plus(LONGEST))) {
      throw refused(name, "it may hold for " + LONGEST.toDays() + " days at most");
    }
    String why = because.strip();
    if (why.isEmpty() || why.length() > REASON) {
      throw refused(name, "it needs a reason of at most " + REASON + " characters");
    }
    return new HostException(name, hex, until, why);
  }

  /// A SHA-256 as it stands here, from one written in any usual way.
  public static String plain(String certificate) {
    return certificate.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
  }

  /// Whether it is for this host and certificate and holds now.
  public boolean covers(String other, Certificate shown, Instant now) {
    return host.equalsIgnoreCase(other)
        && certificate.equals(shown.fingerprint())
        && now.isBefore(until);
  }

  /// Enough of the certificate's hash to tell it from others.
  public String hint() {
    return certificate.substring(0, SHORT).toLowerCase(Locale.ROOT) + "…";
  }

  private static Fault refused(String host, String why) {
    return new Fault(TrustCodes.EXCEPTION, "making an exception", host, why, null);
  }
}
