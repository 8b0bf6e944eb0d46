package simwright.rsp.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// A server as its TLS certificate has to show it: its name (in lower case) and role, held to the
/// roots of a session and to what persons have excepted for this name.
public record TlsServer(String host, Role role, Trust trust, Exceptions exceptions) {
  private static final String DOING = "verifying a certificate";

  public TlsServer {
    host = host.toLowerCase(Locale.ROOT);
  }

  /// Throws a fault unless this certificate is believed; the use of an exception where it is
  /// believed by one only, which was told before.
  public Optional<HostException.Use> believe(Certificate leaf, Instant now) {
    List<Fault> found = new ArrayList<>();
    var unused = trust.verify(leaf, role, now, found::add);
    if (!leaf.forServers()) {
      throw new Fault(
          TrustCodes.EXTENDED_USAGE,
          DOING,
          leaf.subject(),
          "it is for " + String.join(", ", leaf.uses()),
          null);
    }
    if (leaf.hosts().stream().noneMatch(this::isNamed)) {
      found.add(
          new Fault(
              TrustCodes.HOST,
              DOING,
              host,
              "it is for " + (leaf.hosts().isEmpty() ? "no host" : String.join(", ", leaf.hosts())),
              null));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(excepted(leaf, now, found));
  }

  private HostException.Use excepted(Certificate leaf, Instant now, List<Fault> found) {
    HostException exception =
        exceptions.all().stream()
            .filter(each -> each.covers(host, leaf, now))
            .findFirst()
            .orElseThrow(found::getFirst);
    List<FaultCode> findings = found.stream().map(Fault::code).toList();
    HostException.Use use = new HostException.Use(exception, findings);
    exceptions.used(use);
    return use;
  }

  /// A star stands for one label, the first (RFC 6125 clause 6.4.3).
  private boolean isNamed(String pattern) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0 && host.substring(dot).equals(wanted.substring(1));
  }
}
