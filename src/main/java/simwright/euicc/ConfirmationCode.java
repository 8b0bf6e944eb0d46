package simwright.euicc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import simwright.tlv.Octets;

/// How a confirmation code is sent: as the hash of its hash and the transaction (SGP.22 clause
/// 5.7.5, hashCc).
public final class ConfirmationCode {
  private static final int LENGTH = 32;

  private ConfirmationCode() {}

  /// Of a code for a transaction; what is made on the way is wiped.
  public static Octets hash(char[] code, Octets transaction) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(code));
    byte[] plain = new byte[utf8.remaining()];
    utf8.get(plain);
    utf8.rewind();
    utf8.put(new byte[plain.length]);
    byte[] once = sha256(plain);
    Arrays.fill(plain, (byte) 0);
    return Octets.of(sha256(Octets.of(once).then(transaction).toArray()));
  }

  private static byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[LENGTH];
    int unused = digest.doFinal(out, 0);
    return out;
  }
}
