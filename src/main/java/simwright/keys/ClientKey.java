package simwright.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;

/// A private key with the certificates that servers know its owner by. It is shown to nobody; TLS
/// signs with it.
public final class ClientKey {
  private static final String READING = "reading an operator's key";
  private static final String PKCS12 = "PKCS12";
  private static final int REGISTERED_ID = 8;

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  ClientKey(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /// The one key in a PKCS #12 file.
  public static ClientKey read(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(PKCS12);
      store.load(in, password);
      List<String> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          keys.add(alias);
        }
      }
      if (keys.size() != 1) {
        throw new Fault(
            KeyCodes.CLIENT_FILE, READING, file.toString(), keys.size() + " keys in it", null);
      }
      return of(store, keys.getFirst(), password, file);
    } catch (IOException e) {
      boolean locked = e.getCause() instanceof UnrecoverableKeyException;
      throw new Fault(
          locked ? KeyCodes.CLIENT_PASSWORD : KeyCodes.CLIENT_FILE, READING, file.toString());
    } catch (GeneralSecurityException e) {
      throw new Fault(KeyCodes.CLIENT_FILE, READING, file.toString(), e.getMessage(), e);
    }
  }

  private static ClientKey of(KeyStore store, String alias, char[] password, Path file)
      throws GeneralSecurityException {
    Certificate @Nullable [] chain = store.getCertificateChain(alias);
    if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey secret)) {
      throw new Fault(KeyCodes.CLIENT_FILE, READING, file.toString(), "no certificate", null);
    }
    return new ClientKey(secret, Arrays.stream(chain).map(each -> (X509Certificate) each).toList());
  }

  /// What shows it in a TLS handshake.
  public List<KeyManager> forTls() {
    try {
      KeyStore store = KeyStore.getInstance(PKCS12);
      store.load(null, null);
      char[] here = HexFormat.of().formatHex(KeyFiles.random(16)).toCharArray();
      store.setKeyEntry("client", key, here, chain.toArray(X509Certificate[]::new));
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, here);
      return List.of(factory.getKeyManagers());
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(KeyCodes.CLIENT_FILE, "showing a certificate", subject(), null, e);
    }
  }

  /// The SHA-256 of the public key, 64 hex digits: a renewed certificate of the same key keeps it.
  public String fingerprint() {
    try {
      byte[] spki = chain.getFirst().getPublicKey().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  /// What its certificate says.
  public ClientIdentity.Shown shown() {
    X509Certificate leaf = chain.getFirst();
    return new ClientIdentity.Shown(
        subject(), oid(leaf), leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
  }

  /// By which name its owner calls: the object identifier in its certificate, else its subject.
  public String caller() {
    return oid(chain.getFirst()).orElseGet(this::subject);
  }

  /// Throws a fault where its certificate does not hold at a time.
  public ClientKey valid(Instant now) {
    ClientIdentity.Shown shown = shown();
    if (now.isBefore(shown.from()) || now.isAfter(shown.until())) {
      throw new Fault(
          KeyCodes.CLIENT_EXPIRED,
          "choosing an operator's key",
          subject(),
          "valid from " + shown.from() + " to " + shown.until(),
          null);
    }
    return this;
  }

  PrivateKey key() {
    return key;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  private String subject() {
    return chain.getFirst().getSubjectX500Principal().getName();
  }

  private static Optional<String> oid(X509Certificate leaf) {
    try {
      Collection<List<?>> names =
          Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
      return names.stream()
          .filter(each -> each.getFirst().equals(REGISTERED_ID))
          .map(each -> String.valueOf(each.get(1)))
          .findFirst();
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ClientKey";
  }
}
