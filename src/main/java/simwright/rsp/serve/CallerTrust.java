package simwright.rsp.serve;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.CertificateJudge;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.tlv.Octets;

/// Believes callers whose certificate leads to a root and is one for TLS with an SM-DP+ (SGP.22
/// clause 4.5.2.1), and no server.
public final class CallerTrust extends CertificateJudge {
  private final Trust trust;
  private final Supplier<Instant> now;

  /// Under these roots.
  public CallerTrust(Trust trust, Supplier<Instant> now) {
    this.trust = trust;
    this.now = now;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    try {
      Certificate leaf = Certificate.read(Octets.of(chain[0].getEncoded()));
      Certificate unused = trust.verify(leaf, Role.DP_TLS, now.get());
    } catch (Fault wrong) {
      throw new CertificateException(wrong.code().toString(), wrong);
    }
  }
}
