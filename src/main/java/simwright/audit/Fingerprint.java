package simwright.audit;

/// The SHA-256 of bytes, in hex.
public final class Fingerprint {
  private Fingerprint() {}

  /// 64 hex digits in small letters.
  public static String of(byte[] bytes) {
    return Chain.sha256(bytes);
  }
}
