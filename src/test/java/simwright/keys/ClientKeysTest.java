package simwright.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.keys.ClientIdentity.State;
import simwright.rsp.trust.Role;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.time.HandTime;

/// Operators' keys have an age, are rotated with both kept for a while, and end for good when they
/// are compromised.
class ClientKeysTest {
  private static final char[] PASSWORD = "bench".toCharArray();
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  private final HandTime time = new HandTime(BEGIN);
  private final TestPki pki = TestPki.make(new SecureRandom(), BEGIN);
  @TempDir Path folder;

  private ClientKeys keys() {
    return new ClientKeys(folder.resolve("clients"), time::now);
  }

  private ClientKey key() throws Exception {
    return ClientKey.read(file(wish()), PASSWORD);
  }

  private static TestPki.Wish wish() {
    return TestPki.server(Role.DP_TLS, "operator", "2.999.11");
  }

  private Path file(TestPki.Wish wish) throws Exception {
    Identity identity = pki.issue(wish);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    X509Certificate[] chain = {
      (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new java.io.ByteArrayInputStream(identity.certificate().der().toArray()))
    };
    store.setKeyEntry("operator", identity.key().forTls(), PASSWORD, chain);
    Path file = Files.createTempFile(folder, "key", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file;
  }

  private static void refused(FaultCode code, Executable what) {
    assertEquals(code, assertThrows(Fault.class, what).code());
  }

  private List<String> states() {
    return keys().all().stream().map(each -> each.name() + " " + each.state().key()).toList();
  }

  private long secrets() throws IOException {
    try (var files = Files.list(folder.resolve("clients"))) {
      return files.filter(each -> each.toString().endsWith(".key")).count();
    }
  }

  @Test
  void aKeyThatIsKeptIsFoundByItsNameAndGrowsOlder() throws Exception {
    ClientKey key = key();
    ClientIdentity kept = keys().add("main", key);
    assertEquals(Optional.of("2.999.11"), kept.shown().oid());
    time.advance(DAY.multipliedBy(40));
    ClientIdentity listed = keys().all().getFirst();
    assertEquals(kept, listed);
    assertEquals(40, listed.ageDays(time.now()));
    assertEquals(3650 - 40, listed.daysLeft(time.now()));
    assertEquals(key.fingerprint(), keys().key("main").fingerprint());
    assertEquals(key.fingerprint(), keys().key(listed.exactly()).fingerprint());
    refused(KeyCodes.CLIENT_UNKNOWN, () -> keys().key("other"));
    refused(KeyCodes.CLIENT_UNKNOWN, () -> keys().key("main@00000000"));
    refused(KeyCodes.CLIENT_UNKNOWN, () -> keys().key("main@" + key.fingerprint().substring(0, 7)));
    refused(KeyCodes.CLIENT_NAME, () -> keys().add("No Name", key));
  }

  @Test
  void bothKeysOfARotationAreListedAndServeUntilItsDay() throws Exception {
    ClientIdentity old = keys().add("main", key());
    ClientKey fresh = key();
    time.advance(DAY.multipliedBy(400));
    Instant end = time.now().plus(DAY.multipliedBy(14));
    ClientIdentity now = keys().rotate("main", fresh, end);
    assertEquals(List.of("main kept", "main retiring"), states());
    assertEquals(0, now.ageDays(time.now()));
    ClientIdentity retiring = keys().all().getLast();
    assertEquals(Optional.of(end), retiring.ends());
    assertEquals(400, retiring.ageDays(time.now()));
    assertEquals(fresh.fingerprint(), keys().key("main").fingerprint());
    assertEquals(old.fingerprint(), keys().key(old.exactly()).fingerprint());
    assertEquals(2, secrets());
    time.advance(DAY.multipliedBy(14));
    refused(KeyCodes.CLIENT_UNKNOWN, () -> keys().key(old.exactly()));
    assertEquals(List.of("main kept", "main replaced"), states());
    assertEquals(1, secrets(), "the old key is destroyed");
    assertEquals(fresh.fingerprint(), keys().key("main").fingerprint());
  }

  @Test
  void theSameKeyIsNoRotationAndNoNameNone() throws Exception {
    Path file = file(wish());
    refused(
        KeyCodes.CLIENT_UNKNOWN,
        () -> keys().rotate("main", ClientKey.read(file, PASSWORD), BEGIN.plus(DAY)));
    ClientIdentity unused = keys().add("main", ClientKey.read(file, PASSWORD));
    refused(
        KeyCodes.CLIENT_SAME,
        () -> keys().rotate("main", ClientKey.read(file, PASSWORD), BEGIN.plus(DAY)));
    assertEquals(List.of("main kept"), states());
  }

  @Test
  void aKeyThatIsAddedUnderATakenNameEndsTheOtherAtOnce() throws Exception {
    ClientIdentity old = keys().add("main", key());
    ClientIdentity unused = keys().add("main", key());
    assertEquals(List.of("main kept", "main replaced"), states());
    assertEquals(1, secrets());
    refused(KeyCodes.CLIENT_UNKNOWN, () -> keys().key(old.exactly()));
  }

  @Test
  void aCompromisedKeyIsNeverUsedAgainByWhateverWayItComes() throws Exception {
    Path file = file(wish());
    ClientIdentity first = keys().add("main", ClientKey.read(file, PASSWORD));
    ClientIdentity unused = keys().add("spare", ClientKey.read(file, PASSWORD));
    assertEquals(State.COMPROMISED, keys().compromised("main").state());
    assertEquals(List.of("main compromised", "spare compromised"), states());
    assertEquals(0, secrets());
    for (String name : List.of("main", "spare", first.exactly())) {
      refused(KeyCodes.CLIENT_COMPROMISED, () -> keys().key(name));
    }
    refused(KeyCodes.CLIENT_COMPROMISED, () -> keys().add("again", ClientKey.read(file, PASSWORD)));
    refused(KeyCodes.CLIENT_COMPROMISED, () -> keys().usable(ClientKey.read(file, PASSWORD)));
    ClientIdentity next = keys().add("main", key());
    assertEquals(next.fingerprint(), keys().key("main").fingerprint());
    refused(
        KeyCodes.CLIENT_COMPROMISED,
        () -> keys().rotate("main", ClientKey.read(file, PASSWORD), BEGIN.plus(DAY)));
    assertEquals(next.fingerprint(), keys().key("main").fingerprint());
  }

  @Test
  void aRetiringOrReplacedKeyCanBeCompromisedToo() throws Exception {
    ClientIdentity first = keys().add("main", key());
    ClientIdentity second = keys().add("main", key());
    ClientIdentity third = keys().rotate("main", key(), BEGIN.plus(DAY));
    assertEquals(State.COMPROMISED, keys().compromised(first.exactly()).state());
    assertEquals(State.COMPROMISED, keys().compromised(second.exactly()).state());
    refused(KeyCodes.CLIENT_COMPROMISED, () -> keys().key(second.exactly()));
    assertEquals(third.fingerprint(), keys().key("main").fingerprint());
    time.advance(DAY.multipliedBy(2));
    assertEquals(
        List.of("main kept", "main compromised", "main compromised"), states(), "for good");
  }

  @Test
  void aCertificateThatDoesNotHoldTodayIsRefusedAndSaysWhen() throws Exception {
    ClientKey early =
        ClientKey.read(
            file(wish().lasting(BEGIN.plus(DAY), BEGIN.plus(DAY.multipliedBy(9)))), PASSWORD);
    refused(KeyCodes.CLIENT_EXPIRED, () -> keys().add("main", early));
    time.advance(DAY.multipliedBy(2));
    ClientIdentity unused = keys().add("main", early);
    time.advance(DAY.multipliedBy(9));
    Fault late = assertThrows(Fault.class, () -> keys().key("main"));
    assertEquals(KeyCodes.CLIENT_EXPIRED, late.code());
    assertTrue(late.evidence().orElseThrow().contains("2026-03-10"));
    assertTrue(keys().all().getFirst().daysLeft(time.now()) < 0);
  }

  @Test
  void nobodyButTheOwnerReadsAKeyAndNoTextHoldsIt() throws Exception {
    ClientKey key = key();
    ClientIdentity kept = keys().add("main", key);
    ClientIdentity unused = keys().rotate("main", key(), BEGIN.plus(DAY));
    String secret = Base64.getEncoder().encodeToString(key.key().getEncoded());
    try (var files = Files.list(folder.resolve("clients"))) {
      for (Path each : files.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret));
      }
    }
    assertEquals("ClientKey", key.toString());
    assertFalse(kept.toString().contains(secret));
  }

  @Test
  void whatIsNoKeyFileIsNamedAndAWrongPasswordIsToldApart() throws Exception {
    Path file = file(wish());
    refused(KeyCodes.CLIENT_PASSWORD, () -> ClientKey.read(file, "wrong".toCharArray()));
    Path noKey = Files.writeString(folder.resolve("no.p12"), "no key");
    refused(KeyCodes.CLIENT_FILE, () -> ClientKey.read(noKey, PASSWORD));
    refused(KeyCodes.CLIENT_FILE, () -> ClientKey.read(folder.resolve("absent.p12"), PASSWORD));
  }

  @Test
  void aNoteOfAnEarlierVersionIsRead() throws Exception {
    ClientIdentity kept = keys().add("main", key());
    Path note = folder.resolve("clients").resolve("main-" + kept.exactly().substring(5) + ".txt");
    List<String> lines = Files.readAllLines(note);
    assertEquals(10, lines.size());
    Path unused = Files.write(note, lines.subList(0, 9));
    assertEquals(kept, keys().all().getFirst());
  }
}
