package simwright.rsp.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// Raw ECDSA signatures with SHA-256, r and s of 32 bytes each (SGP.22 clause 2.6.7.2), on NIST
/// P-256 and Brainpool P256r1.
public final class Signatures {
  private static final int HALF = 32;

  /// What the standard has, in the names of Bouncy Castle (clause 2.6.7.1).
  private static final Set<String> CURVES = Set.of("prime256v1", "brainpoolP256r1", "FRP256v1");

  private Signatures() {}

  /// Whether the holder of this certificate's key signed these bytes.
  public static boolean verify(Certificate signer, Octets message, Octets signature) {
    if (signature.length() != 2 * HALF) {
      return false;
    }
    ECDSASigner ecdsa = new ECDSASigner();
    ecdsa.init(false, key(signer));
    return ecdsa.verifySignature(
        sha256(message),
        new BigInteger(1, signature.part(0, HALF).toArray()),
        new BigInteger(1, signature.from(HALF).toArray()));
  }

  /// Throws `trust/message-signature` unless it did; `doing` names the message.
  public static void require(Certificate signer, Octets message, Octets signature, String doing) {
    if (!verify(signer, message, signature)) {
      throw new Fault(TrustCodes.MESSAGE_SIGNATURE, doing, signer.subject());
    }
  }

  static ECPublicKeyParameters key(Certificate certificate) {
    try {
      AsymmetricKeyParameter key =
          PublicKeyFactory.createKey(certificate.holder().getSubjectPublicKeyInfo());
      if (key instanceof ECPublicKeyParameters ec && CURVES.contains(certificate.curve())) {
        return ec;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Fault(TrustCodes.CURVE, "reading a key", certificate.subject(), e.getMessage(), e);
    }
    throw new Fault(
        TrustCodes.CURVE, "reading a key", certificate.subject(), certificate.curve(), null);
  }

  private static byte[] sha256(Octets message) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(message.toArray(), 0, message.length());
    byte[] out = new byte[HALF];
    int unused = digest.doFinal(out, 0);
    return out;
  }
}
