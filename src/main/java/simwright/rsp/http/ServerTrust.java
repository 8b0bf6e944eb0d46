package simwright.rsp.http;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Octets;

/// Believes a server's TLS certificate under the roots of a session, for one name and role, and
/// nothing else; the system's own store is never asked.
final class ServerTrust extends AnyServer {
  private final Trust trust;
  private final Role role;
  private final String host;
  private final Supplier<Instant> now;
  private final AtomicReference<@Nullable Fault> refused = new AtomicReference<>();

  ServerTrust(Trust trust, Role role, String host, Supplier<Instant> now) {
    this.trust = trust;
    this.role = role;
    this.host = host.toLowerCase(Locale.ROOT);
    this.now = now;
  }

  /// Why the last certificate was not believed; null where it was.
  @Nullable Fault refused() {
    return refused.get();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    refused.set(null);
    try {
      believe(Certificate.read(Octets.of(chain[0].getEncoded())));
    } catch (CertificateEncodingException e) {
      throw e;
    } catch (Fault wrong) {
      refused.set(wrong);
      throw new CertificateException(wrong.code().toString(), wrong);
    }
  }

  /// Throws a fault unless this certificate is believed.
  void believe(Certificate leaf) {
    Certificate unused = trust.verify(leaf, role, now.get());
    if (!leaf.forServers()) {
      throw new Fault(
          TrustCodes.EXTENDED_USAGE,
          "verifying a certificate",
          leaf.subject(),
          "it is for " + String.join(", ", leaf.uses()),
          null);
    }
    if (leaf.hosts().stream().noneMatch(this::names)) {
      throw new Fault(
          TrustCodes.HOST,
          "verifying a certificate",
          host,
          "it is for " + (leaf.hosts().isEmpty() ? "no host" : String.join(", ", leaf.hosts())),
          null);
    }
  }

  /// A star stands for one label, the first (RFC 6125 clause 6.4.3).
  private boolean names(String pattern) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0 && host.substring(dot).equals(wanted.substring(1));
  }
}
