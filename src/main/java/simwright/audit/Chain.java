package simwright.audit;

import java.nio.ByteBuffer;
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

  private static final int STATE = 53;
  private static final int BLOCK = 64;

  /// Whether this can be taken up again as a digest, as written by `getEncodedState`: bytes in the
  /// word that is begun, all bytes, eight words of hash, words in the block that is begun, those
  /// words, and what it is for.
  static boolean isState(byte[] bytes) {
    if (bytes.length < STATE) {
      return false;
    }
    ByteBuffer state = ByteBuffer.wrap(bytes);
    int begun = state.getInt(4);
    int words = state.getInt(48);
    return begun >= 0
        && begun < 4
        && words >= 0
        && words < BLOCK / 4
        && bytes.length == STATE + 4 * words
        && state.getLong(8) >= 0
        && state.getLong(8) % BLOCK == 4L * words + begun
        && bytes[bytes.length - 1] == EMPTY.running[EMPTY.running.length - 1];
  }

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
