package simwright.sim.euicc;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import simwright.rsp.trust.Certificate;
import simwright.tlv.Octets;

/// The lists of revoked certificates that the card was given (SGP.22 clause 5.7.12), each believed
/// when a root of the card signed it.
final class Revocations {
  static final int DONE = 0;
  private static final int SIGNATURE = 1;
  private static final int FORMAT = 2;
  private static final int NO_KEY = 4;

  private record Revoked(Octets issuer, BigInteger serial) {}

  private final List<Certificate> roots;
  private final Set<Revoked> revoked = new HashSet<>();

  Revocations(List<Certificate> roots) {
    this.roots = roots;
  }

  /// Takes a list; the result code of LoadCRL.
  int load(Octets der) {
    try {
      X509CRLHolder list = new X509CRLHolder(der.toArray());
      AuthorityKeyIdentifier by = AuthorityKeyIdentifier.fromExtensions(list.getExtensions());
      Octets key = by == null ? Octets.NONE : Octets.of(by.getKeyIdentifierOctets());
      Optional<Certificate> root =
          roots.stream().filter(each -> each.keyId().equals(key)).findFirst();
      return root.isEmpty() ? NO_KEY : taken(list, root.get());
    } catch (IOException | IllegalArgumentException unreadable) {
      return FORMAT;
    }
  }

  private int taken(X509CRLHolder list, Certificate root) {
    try {
      var verifier =
          new BcECContentVerifierProviderBuilder(new DefaultDigestAlgorithmIdentifierFinder())
              .build(holder(root));
      if (!list.isSignatureValid(verifier)) {
        return SIGNATURE;
      }
    } catch (CertException | OperatorCreationException wrong) {
      return SIGNATURE;
    }
    for (Object entry : list.getRevokedCertificates()) {
      revoked.add(new Revoked(root.keyId(), ((X509CRLEntryHolder) entry).getSerialNumber()));
    }
    return DONE;
  }

  /// Whether a certificate is on one of them.
  boolean names(Certificate certificate) {
    return revoked.contains(
        new Revoked(certificate.issuerKeyId(), holder(certificate).getSerialNumber()));
  }

  private static X509CertificateHolder holder(Certificate certificate) {
    try {
      return new X509CertificateHolder(certificate.der().toArray());
    } catch (IOException e) {
      throw new IllegalStateException("what was read once is read again", e);
    }
  }
}
