package simwright.audit;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What is kept of a person's secret: Argon2id (RFC 9106) with 19 MiB and two passes, and its salt.
final class Secret {
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  private final byte[] salt;
  private final byte[] hash;

  Secret(byte[] salt, byte[] hash) {
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  static Secret of(char[] secret) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return new Secret(salt, hash(secret, salt));
  }

  boolean fits(char[] secret) {
    return MessageDigest.isEqual(hash, hash(secret, salt));
  }

  /// Takes as long as a comparison, so that an unknown name cannot be told by the time it takes.
  static boolean waste() {
    return hash(new char[0], new byte[SALT]).length == 0;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] hash() {
    return hash.clone();
  }

  private static byte[] hash(char[] secret, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(PASSES)
            .withParallelism(1)
            .build());
    byte[] hash = new byte[HASH];
    int unused = generator.generateBytes(secret, hash);
    return hash;
  }
}
