package simwright.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.keys.ClientIdentity.State;

/// The keys that servers know operators by, each in a file of its own that only the owner may read,
/// beside another that says what it is and whether it may still be used. That note outlives the
/// key, so that a compromised one is known again.
public final class ClientKeys {
  private static final int SHORT = 16;
  private static final int LEAST = 8;
  private static final String AT = "@";
  private static final String NOTE = ".txt";
  private static final String CHOOSING = "choosing an operator's key";

  private final Path folder;
  private final Supplier<Instant> now;

  /// In a folder, which is made with the first key.
  public ClientKeys(Path folder, Supplier<Instant> now) {
    this.folder = folder;
    this.now = now;
  }

  /// All that were ever kept, those in use first.
  public List<ClientIdentity> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<ClientIdentity> all = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(NOTE)).toList()) {
        all.add(due(note(Files.readAllLines(file))));
      }
      all.sort(
          Comparator.comparing(ClientIdentity::state)
              .thenComparing(ClientIdentity::name)
              .thenComparing(ClientIdentity::since));
      return all;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// One whose time is over is destroyed when somebody looks.
  private ClientIdentity due(ClientIdentity identity) throws IOException {
    boolean over =
        identity.state() == State.RETIRING && identity.ends().filter(now.get()::isBefore).isEmpty();
    return over ? end(identity, State.REPLACED) : identity;
  }

  /// Keeps a key under a name; the one that had the name is destroyed.
  public ClientIdentity add(String name, ClientKey key) {
    return add(name, key, Optional.empty());
  }

  /// Keeps another key under a name; the one that had the name may be used until a time, as servers
  /// learn of the new one at their own pace.
  public ClientIdentity rotate(String name, ClientKey key, Instant until) {
    ClientIdentity before = kept(name).orElseThrow(() -> unknown(name));
    if (before.fingerprint().equals(key.fingerprint())) {
      throw new Fault(KeyCodes.CLIENT_SAME, "rotating an operator's key", name);
    }
    return add(name, key, Optional.of(until));
  }

  private ClientIdentity add(String name, ClientKey key, Optional<Instant> until) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new Fault(KeyCodes.CLIENT_NAME, "keeping an operator's key", name);
    }
    ClientKey good = usable(key);
    Optional<ClientIdentity> before = kept(name);
    Instant at = now.get();
    ClientIdentity fresh =
        new ClientIdentity(
            name, good.fingerprint(), good.shown(), at, State.KEPT, at, Optional.empty());
    try {
      Path unused = Files.createDirectories(folder);
      KeyFiles.replace(file(fresh, ".key"), good.key().getEncoded());
      KeyFiles.replace(file(fresh, ".pem"), pem(good.chain()));
      write(fresh);
      if (before.filter(each -> !each.fingerprint().equals(fresh.fingerprint())).isPresent()) {
        if (until.isPresent()) {
          write(before.get().now(State.RETIRING, at, until));
        } else {
          ClientIdentity _ = end(before.get(), State.REPLACED);
        }
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    return fresh;
  }

  /// Marks the key of a name as compromised, for good, and destroys it; `NAME@FINGERPRINT` is one
  /// that had the name, too.
  public ClientIdentity compromised(String name) {
    ClientIdentity found = meant(name).orElseThrow(() -> unknown(name));
    try {
      ClientIdentity marked = end(found, State.COMPROMISED);
      for (ClientIdentity each : all()) {
        if (each.fingerprint().equals(found.fingerprint()) && !isCompromised(each)) {
          ClientIdentity unused = end(each, State.COMPROMISED);
        }
      }
      return marked;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// The key of a name, where it may be used now; `NAME@FINGERPRINT` is one that is retiring, too.
  public ClientKey key(String name) {
    Optional<ClientIdentity> found = meant(name).filter(ClientIdentity::usable);
    if (found.isEmpty()) {
      boolean marked = all().stream().anyMatch(each -> isMeant(each, name) && isCompromised(each));
      throw marked ? new Fault(KeyCodes.CLIENT_COMPROMISED, CHOOSING, name) : unknown(name);
    }
    try {
      byte[] secret = Files.readAllBytes(file(found.get(), ".key"));
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(Files.readAllBytes(file(found.get(), ".pem"))))
              .stream()
              .map(each -> (X509Certificate) each)
              .toList();
      String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
      return usable(
          new ClientKey(
              KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(secret)),
              chain));
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /// The same key, unless it is compromised or its certificate does not hold now.
  public ClientKey usable(ClientKey key) {
    String fingerprint = key.fingerprint();
    if (all().stream().anyMatch(each -> isCompromised(each) && is(each, fingerprint))) {
      throw new Fault(KeyCodes.CLIENT_COMPROMISED, CHOOSING, key.shown().subject());
    }
    return key.valid(now.get());
  }

  private static boolean isCompromised(ClientIdentity identity) {
    return identity.state() == State.COMPROMISED;
  }

  private static boolean is(ClientIdentity identity, String fingerprint) {
    return identity.fingerprint().equals(fingerprint);
  }

  private Optional<ClientIdentity> kept(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name) && each.state() == State.KEPT)
        .max(Comparator.comparing(ClientIdentity::since));
  }

  /// The one in use, or that whose fingerprint begins as is said after the name.
  private Optional<ClientIdentity> meant(String name) {
    return name.contains(AT)
        ? all().stream().filter(each -> isMeant(each, name)).findFirst()
        : kept(name);
  }

  private static boolean isMeant(ClientIdentity identity, String name) {
    int at = name.indexOf(AT);
    String prefix = at < 0 ? "" : name.substring(at + 1);
    return identity.name().equals(at < 0 ? name : name.substring(0, at))
        && (at < 0 || prefix.length() >= LEAST)
        && identity.fingerprint().startsWith(prefix);
  }

  /// The mark first, then the key: a compromised key is never found without its mark.
  private ClientIdentity end(ClientIdentity identity, State state) throws IOException {
    ClientIdentity ended = identity.now(state, now.get(), Optional.empty());
    write(ended);
    boolean unused = KeyFiles.destroy(file(identity, ".key"));
    return ended;
  }

  private void write(ClientIdentity identity) throws IOException {
    ClientIdentity.Shown shown = identity.shown();
    String text =
        String.join(
            "\n",
            identity.name(),
            identity.fingerprint(),
            shown.subject().replace('\n', ' '),
            shown.oid().orElse(""),
            shown.from().toString(),
            shown.until().toString(),
            identity.since().toString(),
            identity.state().key(),
            identity.changed().toString(),
            identity.ends().map(Instant::toString).orElse(""));
    KeyFiles.replace(file(identity, NOTE), (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ClientIdentity note(List<String> lines) throws IOException {
    if (lines.size() < 9) {
      throw new IOException("a note of an operator's key is cut");
    }
    return new ClientIdentity(
        lines.get(0),
        lines.get(1),
        new ClientIdentity.Shown(
            lines.get(2),
            Optional.of(lines.get(3)).filter(oid -> !oid.isEmpty()),
            Instant.parse(lines.get(4)),
            Instant.parse(lines.get(5))),
        Instant.parse(lines.get(6)),
        Stream.of(State.values())
            .filter(each -> each.key().equals(lines.get(7)))
            .findFirst()
            .orElse(State.COMPROMISED),
        Instant.parse(lines.get(8)),
        lines.stream().skip(9).findFirst().filter(until -> !until.isEmpty()).map(Instant::parse));
  }

  private Path file(ClientIdentity identity, String ending) {
    return folder.resolve(
        identity.name() + "-" + identity.fingerprint().substring(0, SHORT) + ending);
  }

  private static byte[] pem(List<X509Certificate> chain) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate each : chain) {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(each.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static Fault unknown(String name) {
    return new Fault(KeyCodes.CLIENT_UNKNOWN, CHOOSING, name);
  }

  private Fault unusable(Exception e) {
    return new Fault(
        KeyCodes.UNUSABLE, "keeping operators' keys", folder.toString(), e.getMessage(), e);
  }
}
