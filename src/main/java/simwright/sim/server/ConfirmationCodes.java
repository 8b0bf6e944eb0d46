package simwright.sim.server;

import org.bouncycastle.crypto.digests.SHA256Digest;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;

/// How a confirmation code is compared: as the hash of its hash and the transaction (SGP.22 clause
/// 5.7.5).
final class ConfirmationCodes {
  private static final int LENGTH = 32;

  private ConfirmationCodes() {}

  static Octets hash(String code, Octets transaction) {
    return sha256(sha256(Asn1.text(code)).then(transaction));
  }

  private static Octets sha256(Octets bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes.toArray(), 0, bytes.length());
    byte[] out = new byte[LENGTH];
    int unused = digest.doFinal(out, 0);
    return Octets.of(out);
  }
}
