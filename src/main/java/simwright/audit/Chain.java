package simwright.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;

/// Where the chain ends: how many records, the hash of the last line, and the running SHA-256 over
/// all lines with their line ends. The running digest can be put down and taken up again, so that
/// an append costs the same however long the log is.
record Chain(long size, String hash, byte[] running) {
  /// Before the first record.
  static final Chain EMPTY = new Chain(0, "0".repeat(64), new SHA256Digest().getEncodedState());

  /// With one more line.
  Chain with(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    SHA256Digest all = new SHA256Digest(running);
    all.update(bytes, 0, bytes.length);
    all.update((byte) '\n');
    return new Chain(size + 1, sha256(bytes), all.getEncodedState());
  }

  /// The SHA-256 over all lines so far, in hex.
  String digest() {
    return finish(new SHA256Digest(running));
  }

  static String sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    return finish(digest);
  }

  private static String finish(SHA256Digest digest) {
    byte[] out = new byte[32];
    int unused = digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chain(long otherSize, String otherHash, byte[] otherRunning)
        && size == otherSize
        && hash.equals(otherHash)
        && Arrays.equals(running, otherRunning);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return size + " records, head " + hash;
  }
}
