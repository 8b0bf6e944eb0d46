package simwright.rsp.http;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.CertificateJudge;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.TlsServer;
import simwright.tlv.Octets;

/// Believes one server's TLS certificate and nothing else; the system's own store is never asked.
final class ServerTrust extends CertificateJudge {
  private final TlsServer server;
  private final Supplier<Instant> now;
  private final AtomicReference<@Nullable Fault> refused = new AtomicReference<>();
  private volatile Optional<HostException.Use> excepted = Optional.empty();
  private volatile Optional<String> oid = Optional.empty();

  ServerTrust(TlsServer server, Supplier<Instant> now) {
    this.server = server;
    this.now = now;
  }

  /// Why the last certificate was not believed; null where it was.
  @Nullable Fault refused() {
    return refused.get();
  }

  /// Forgets why an earlier certificate was not believed.
  void begin() {
    refused.set(null);
  }

  /// The exception by which the last certificate was believed.
  Optional<HostException.Use> excepted() {
    return excepted;
  }

  /// The object identifier of the server last believed.
  Optional<String> oid() {
    return oid;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    refused.set(null);
    try {
      Certificate shown = Certificate.read(Octets.of(chain[0].getEncoded()));
      excepted = server.believe(shown, now.get());
      oid = shown.serverOid();
    } catch (CertificateEncodingException e) {
      throw e;
    } catch (Fault wrong) {
      refused.set(wrong);
      throw new CertificateException(wrong.code().toString(), wrong);
    }
  }
}
