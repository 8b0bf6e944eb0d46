package simwright.rsp.http;

import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Octets;

/// Believes a server's TLS certificate under the roots of a session, for one name and role, and
/// nothing else; the system's own store is never asked.
final class ServerTrust extends X509ExtendedTrustManager {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

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
      Certificate leaf = Certificate.read(Octets.of(chain[0].getEncoded()));
      Certificate unused = trust.verify(leaf, role, now.get());
      List<String> uses = chain[0].getExtendedKeyUsage();
      if (uses == null || !uses.contains(SERVER_AUTH)) {
        throw new Fault(TrustCodes.KEY_USAGE, "verifying a certificate", leaf.subject());
      }
      if (leaf.hosts().stream().noneMatch(this::names)) {
        throw new Fault(
            TrustCodes.HOST,
            "verifying a certificate",
            host,
            "it is for " + String.join(", ", leaf.hosts()),
            null);
      }
    } catch (CertificateEncodingException e) {
      throw e;
    } catch (Fault wrong) {
      refused.set(wrong);
      throw new CertificateException(wrong.code().toString(), wrong);
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

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, kind);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, kind);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
