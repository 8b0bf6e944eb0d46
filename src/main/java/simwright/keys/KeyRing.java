package simwright.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import simwright.fault.Fault;

/// The keys of this installation, in files of their own that only the owner may read: the signing
/// key (Ed25519), the key of the pseudonyms, and one key for each subject, which can be destroyed.
public final class KeyRing {
  private static final int KEY = 32;
  private static final String SUBJECTS = "subjects.key";

  private final Path folder;
  private final PrivateKey signing;
  private final PublicKey verifying;
  private final byte[] pseudonyms;
  private final SubjectKeys subjects;

  private KeyRing(Path folder, PrivateKey signing, PublicKey verifying, byte[] pseudonyms) {
    this.folder = folder;
    this.subjects = subjects(folder);
    this.signing = signing;
    this.verifying = verifying;
    this.pseudonyms = pseudonyms;
  }

  /// Opens the keys of a folder, making them at the first time. A key that was there and is gone is
  /// never replaced in silence: `keys/lost`.
  public static KeyRing open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path own = folder.resolve("signing.key");
      Path secret = folder.resolve("pseudonyms.key");
      // written last, so that a first time that broke off goes on
      Path shown = folder.resolve("signing.pem");
      for (Path key : List.of(own, secret)) {
        if (Files.exists(shown) && !Files.exists(key)) {
          throw new Fault(KeyCodes.LOST, "opening the keys", key.toString());
        }
      }
      SubjectKeys subjects = subjects(folder);
      if (Files.exists(shown) && !subjects.there()) {
        throw new Fault(KeyCodes.LOST, "opening the keys", folder.resolve(SUBJECTS).toString());
      }
      subjects.open();
      if (!Files.exists(own)) {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyFiles.put(own, concat(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded()));
      }
      if (!Files.exists(secret)) {
        KeyFiles.put(secret, KeyFiles.random(KEY));
      }
      byte[] both = Files.readAllBytes(own);
      int split = both[0] & 0xff;
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      PublicKey verifying =
          factory.generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(both, 1, 1 + split)));
      if (!Files.exists(shown)) {
        KeyFiles.put(shown, pem(verifying).getBytes(StandardCharsets.US_ASCII));
      }
      PrivateKey signing =
          factory.generatePrivate(
              new PKCS8EncodedKeySpec(Arrays.copyOfRange(both, 1 + split, both.length)));
      return new KeyRing(folder, signing, verifying, Files.readAllBytes(secret));
    } catch (IOException | GeneralSecurityException e) {
      throw unusable("opening the keys", folder, e);
    }
  }

  private static SubjectKeys subjects(Path folder) {
    return new SubjectKeys(folder.resolve(SUBJECTS), folder.resolve("subjects"));
  }

  /// Signs with the installation's key.
  public byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signing);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw unusable("signing", folder, e);
    }
  }

  /// The public half, as X.509 SubjectPublicKeyInfo.
  public PublicKey verifying() {
    return verifying;
  }

  /// The same pseudonym for the same text, and no way back without this installation's key: 32 hex
  /// digits.
  public String pseudonym(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pseudonyms, "HmacSHA256"));
      byte[] all = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(all, 0, 16);
    } catch (GeneralSecurityException e) {
      throw unusable("making a pseudonym", folder, e);
    }
  }

  /// The key of a subject, made when there is none.
  public byte[] subject(String pseudonym) {
    return Objects.requireNonNull(subjects(List.of(pseudonym)).get(pseudonym));
  }

  /// The keys of subjects by their pseudonyms, made for those that have none: many at once take
  /// little longer than one.
  public Map<String, byte[]> subjects(Collection<String> pseudonyms) {
    try {
      return subjects.make(pseudonyms);
    } catch (IOException e) {
      throw unusable("reading subjects' keys", folder, e);
    }
  }

  /// The keys of those subjects whose key was not destroyed, by their pseudonyms.
  public Map<String, byte[]> subjectsThere(Collection<String> pseudonyms) {
    try {
      return subjects.find(pseudonyms);
    } catch (IOException e) {
      throw unusable("reading subjects' keys", folder, e);
    }
  }

  /// Destroys the key of a subject: overwritten, then gone. What it sealed cannot be read any more.
  public boolean forget(String pseudonym) {
    try {
      return subjects.destroy(pseudonym);
    } catch (IOException e) {
      throw unusable("destroying a subject's key", folder, e);
    }
  }

  /// A secret of this installation that others share, such as `alarms`, made when there is none.
  public byte[] shared(String name) {
    if (!name.matches("[a-z]{1,20}")) {
      throw new IllegalArgumentException("not a name of a key");
    }
    Path file = folder.resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        KeyFiles.put(file, KeyFiles.random(KEY));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unusable("reading a shared key", file, e);
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[1 + first.length + second.length];
    all[0] = (byte) first.length;
    System.arraycopy(first, 0, all, 1, first.length);
    System.arraycopy(second, 0, all, 1 + first.length, second.length);
    return all;
  }

  /// A public key as PEM.
  public static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /// Reads a public key (Ed25519) from a PEM file.
  public static PublicKey readPem(Path file) {
    try {
      return parsePem(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw unusable("reading a public key", file, e);
    }
  }

  /// Reads a public key (Ed25519) from PEM; throws IllegalArgumentException where it is none.
  public static PublicKey parsePem(String pem) {
    try {
      String text = pem.replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key", e);
    }
  }

  private static Fault unusable(String doing, Path folder, Exception e) {
    return new Fault(KeyCodes.UNUSABLE, doing, folder.toString(), e.getMessage(), e);
  }
}
