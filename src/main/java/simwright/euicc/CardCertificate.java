package simwright.euicc;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A certificate that a card gives away: whose it is, from when until when it is valid. It is shown
/// and not verified here.
public record CardCertificate(String subject, Instant from, Instant until, Octets der) {
  /// What RFC 2253 has no word for: the serial number, which is the EID of a card.
  private static final Map<String, String> NAMES = Map.of("2.5.4.5", "serialNumber");

  private static final Tag SEQUENCE = Tag.of(0x30);

  /// One whose own tag was replaced by that of its place.
  static CardCertificate read(Tlv placed) {
    Octets der = Tlv.of(SEQUENCE, placed.children()).raw();
    try {
      X509Certificate read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.toArray()));
      return new CardCertificate(
          read.getSubjectX500Principal().getName(X500Principal.RFC2253, NAMES),
          read.getNotBefore().toInstant(),
          read.getNotAfter().toInstant(),
          der);
    } catch (CertificateException e) {
      throw new Fault(EuiccCodes.ANSWER, "ES10b.GetCerts", "the card", "no certificate", e);
    }
  }
}
