package simwright.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A signed statement about the first `size` records: a note in four lines and its Ed25519
/// signature.
record Checkpoint(long size, String note, byte[] signature) {
  /// The text that is signed.
  static String note(Chain chain) {
    return "simwright log\n" + chain.size() + "\n" + chain.hash() + "\n" + chain.digest() + "\n";
  }

  byte[] signed() {
    return note.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint(long otherSize, String otherNote, byte[] otherSignature)
        && size == otherSize
        && note.equals(otherNote)
        && Arrays.equals(signature, otherSignature);
  }

  @Override
  public int hashCode() {
    return note.hashCode();
  }

  @Override
  public String toString() {
    return "checkpoint at " + size;
  }
}
