package simwright.lpa;

import org.bouncycastle.crypto.digests.SHA256Digest;
import simwright.tlv.Octets;

/// SHA-256.
final class Digest {
  private static final int LENGTH = 32;

  private Digest() {}

  static Octets sha256(Octets bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes.toArray(), 0, bytes.length());
    byte[] out = new byte[LENGTH];
    int unused = digest.doFinal(out, 0);
    return Octets.of(out);
  }
}
