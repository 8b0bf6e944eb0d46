package simwright.rsp.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// A list of certificates that a root has taken back (SGP.22 clause 4.5.2.2). One that is past its
/// next update still holds for what it names: nothing comes back from such a list.
public final class Revocations {
  private final X509CRLHolder list;

  private Revocations(X509CRLHolder list) {
    this.list = list;
  }

  /// Reads DER; throws `trust/revocations` where it is none, or is not signed by this root.
  public static Revocations read(Octets der, Certificate root) {
    try {
      Revocations read = new Revocations(new X509CRLHolder(der.toArray()));
      boolean right =
          read.list.getIssuer().equals(root.holder().getSubject())
              && read.list.isSignatureValid(
                  new BcECContentVerifierProviderBuilder(
                          new DefaultDigestAlgorithmIdentifierFinder())
                      .build(Signatures.key(root)));
      if (!right) {
        throw new Fault(TrustCodes.REVOCATIONS, "reading a revocation list", root.subject());
      }
      return read;
    } catch (IOException | IllegalArgumentException | CertException | OperatorCreationException e) {
      throw new Fault(
          TrustCodes.REVOCATIONS, "reading a revocation list", root.subject(), e.getMessage(), e);
    }
  }

  /// The identifier of the key that signed a list; empty where it names none. Not verified.
  public static Octets signer(Octets der) {
    try {
      AuthorityKeyIdentifier id =
          AuthorityKeyIdentifier.fromExtensions(new X509CRLHolder(der.toArray()).getExtensions());
      byte[] octets = id == null ? null : id.getKeyIdentifierOctets();
      return octets == null ? Octets.NONE : Octets.of(octets);
    } catch (IOException | IllegalArgumentException e) {
      throw new Fault(
          TrustCodes.REVOCATIONS, "reading a revocation list", "a file", e.getMessage(), e);
    }
  }

  /// Since when the root has taken this certificate back; empty where it has not.
  Optional<Instant> since(Certificate certificate) {
    return Optional.of(certificate.holder())
        .filter(each -> each.getIssuer().equals(list.getIssuer()))
        .map(each -> list.getRevokedCertificate(each.getSerialNumber()))
        .map(entry -> entry.getRevocationDate().toInstant());
  }
}
