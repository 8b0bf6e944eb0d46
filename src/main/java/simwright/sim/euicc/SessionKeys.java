package simwright.sim.euicc;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import simwright.tlv.Octets;

/// What protects a bound profile package: the first chaining value and the keys for encryption and
/// MAC, 16 bytes each (SGP.22 annex G).
public record SessionKeys(Octets chaining, Octets encryption, Octets mac) {
  private static final int KEY = 16;

  /// AES-128 for SCP03t, as the control reference template names it.
  private static final Octets TYPE_AND_LENGTH = Octets.of(0x88, 0x10);

  /// Derives them from the shared secret, 32 bytes with leading zeros, by the X9.63 function with
  /// SHA-256 (BSI TR-03111 clause 4.3.3).
  public static SessionKeys derive(Octets secret, Octets hostId, Octets eid) {
    Octets shared =
        TYPE_AND_LENGTH
            .then(Octets.of(hostId.length()))
            .then(hostId)
            .then(Octets.of(eid.length()))
            .then(eid);
    KDF2BytesGenerator x963 = new KDF2BytesGenerator(new SHA256Digest());
    x963.init(new KDFParameters(secret.toArray(), shared.toArray()));
    byte[] out = new byte[3 * KEY];
    int unused = x963.generateBytes(out, 0, out.length);
    Octets all = Octets.of(out);
    return new SessionKeys(all.part(0, KEY), all.part(KEY, 2 * KEY), all.from(2 * KEY));
  }
}
