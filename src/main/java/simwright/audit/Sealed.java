package simwright.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import simwright.identity.Identifier;
import simwright.keys.KeyRing;

/// An identifier as it stands in the book: a pseudonym and a salted commitment in the line; the
/// value beside it, sealed with a key of its own (AES-256-GCM), so that destroying the key erases
/// it everywhere.
record Sealed(String pseudonym, String kind, byte[] box, Map<String, Object> inLine) {
  private static final int NONCE = 12;
  private static final int SALT = 16;
  private static final int TAG_BITS = 128;

  /// Seals an identifier with its subject's key. The salt is drawn from the subject's key and the
  /// value, so that the same value always commits alike and nobody without the key can try values.
  static Sealed of(Identifier identifier, String pseudonym, byte[] key) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] box = concat(nonce, crypt(Cipher.ENCRYPT_MODE, key, nonce, bytes(identifier.value())));
    byte[] salt = Arrays.copyOf(bytes(Chain.sha256(concat(bytes("salt"), key))), SALT);
    Map<String, Object> inLine = new LinkedHashMap<>();
    inLine.put("kind", identifier.kind());
    inLine.put("pseudonym", pseudonym);
    inLine.put("commitment", Chain.sha256(concat(salt, bytes(identifier.value()))));
    inLine.put("check", identifier.check().name().toLowerCase(java.util.Locale.ROOT));
    return new Sealed(pseudonym, identifier.kind(), box, inLine);
  }

  /// The pseudonym of a value.
  static String pseudonym(String kind, String value, KeyRing keys) {
    return keys.pseudonym(kind + ":" + value);
  }

  /// The value in a box, with its subject's key.
  static String open(byte[] box, byte[] key) {
    byte[] value =
        crypt(
            Cipher.DECRYPT_MODE,
            key,
            Arrays.copyOf(box, NONCE),
            Arrays.copyOfRange(box, NONCE, box.length));
    return new String(value, StandardCharsets.UTF_8);
  }

  private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new simwright.fault.Fault(
          AuditCodes.TAMPERED, "opening a sealed identifier", "the log", e.getMessage(), e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed sealed && sealed.pseudonym.equals(pseudonym);
  }

  @Override
  public int hashCode() {
    return pseudonym.hashCode();
  }

  @Override
  public String toString() {
    return kind + " " + pseudonym;
  }
}
