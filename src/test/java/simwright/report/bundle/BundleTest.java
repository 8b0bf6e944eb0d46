package simwright.report.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.audit.Proof;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.keys.KeyRing;
import simwright.time.SystemTime;

/// A bundle comes over whole and proven, or not at all.
class BundleTest {
  private static final Bundle BUNDLE =
      new Bundle(
          Instant.parse("2026-11-21T10:00:00Z"),
          "usb:1",
          true,
          "1.0.0",
          List.of(
              BundleFile.of("snapshot.json", "the device", "{\"model\": \"EC25\"}\n"),
              BundleFile.of("transcripts/t.txt", "the link", "0.001 > AT\n".repeat(99))));

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final Path folder;

  /// Names without numbers that would be taken for identifiers and shortened.
  public static final class Folders implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory("bundle");
    }
  }

  BundleTest(@TempDir(factory = Folders.class) Path folder) {
    this.folder = folder;
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
  }

  @Test
  void aBundleIsReadAgainAsItWasMadeAndProvenByTheLog() {
    byte[] packed = packed(BUNDLE);
    Bundle.Opened opened = open(packed);
    assertEquals(BUNDLE, opened.bundle());
    assertEquals(1, opened.record());
    assertEquals(log.audit().installation(), opened.installation());
    assertFalse(opened.trusted());
    Optional<java.security.PublicKey> own =
        Optional.of(KeyRing.readPem(folder.resolve("keys/signing.pem")));
    assertTrue(Bundle.open(packed, "b.zip", own).trusted());
  }

  @Test
  void aProofHoldsThoughOthersWroteBetweenTheRecordAndTheCheckpoint() {
    for (int i = 0; i < 3; i++) {
      var unused = log.audit().append(new Event.Asked("j", "act", "", Map.of()));
    }
    assertEquals(4, open(packed(BUNDLE)).record());
  }

  @Test
  void aBundleOfAnotherBenchIsNotTakenForTheOneThatWasNamed(@TempDir Path other) {
    var foreign = Optional.of(KeyRing.open(other.resolve("keys")).verifying());
    Fault fault = assertThrows(Fault.class, () -> Bundle.open(packed(BUNDLE), "b.zip", foreign));
    assertEquals(BundleCodes.TAMPERED, fault.code());
    assertTrue(fault.evidence().orElseThrow().contains("another installation"), "" + fault);
  }

  /// Every file in turn is changed, taken out, and joined by another one.
  @Test
  void whatWasChangedTakenOutOrAddedIsNamed() throws IOException {
    Map<String, byte[]> files = BundleZip.unpack(packed(BUNDLE), "b.zip");
    for (String name : files.keySet()) {
      Map<String, byte[]> changed = new LinkedHashMap<>(files);
      byte[] bytes = files.get(name).clone();
      int at = new String(bytes, StandardCharsets.UTF_8).indexOf('1');
      bytes[at < 0 ? 0 : at] = '7';
      changed.put(name, bytes);
      refused(changed, name);
      Map<String, byte[]> less = new LinkedHashMap<>(files);
      less.remove(name);
      refused(less, name);
    }
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put("extra.txt", new byte[] {1});
    Fault fault = refused(more, "extra.txt");
    assertTrue(fault.evidence().orElseThrow().contains("extra.txt is not in the manifest"));
  }

  /// A manifest that was made to fit the changed file is not the one that the log speaks of.
  @Test
  void aManifestThatWasMadeAnewIsFoundOut() throws IOException {
    Map<String, byte[]> files = BundleZip.unpack(packed(BUNDLE), "b.zip");
    Bundle other =
        new Bundle(
            BUNDLE.made(),
            BUNDLE.device(),
            false,
            BUNDLE.version(),
            List.of(BundleFile.of("snapshot.json", "the device", "{\"model\": \"EC26\"}\n")));
    Map<String, byte[]> forged = new LinkedHashMap<>();
    forged.put(Bundle.MANIFEST, other.manifest().getBytes(StandardCharsets.UTF_8));
    other.files().forEach(file -> forged.put(file.name(), file.bytes()));
    forged.put(Bundle.PROOF, files.get(Bundle.PROOF));
    Fault fault = refused(forged, "the manifest");
    assertTrue(fault.evidence().orElseThrow().contains("another manifest"), "" + fault);
  }

  @Test
  void aFlippedOrMissingEndIsNeverShown() {
    byte[] packed = packed(BUNDLE);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] bad = packed.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertEquals(BUNDLE, open(bad).bundle(), "a bit that says nothing may be flipped");
      } catch (Fault fault) {
        assertEquals("bundle", fault.code().layer());
      }
      byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length * 2 / 3));
      assertEquals("bundle", assertThrows(Fault.class, () -> open(cut)).code().layer());
    }
  }

  @Test
  void hostileArchivesAreRefusedBeforeAnythingIsDone() throws IOException {
    for (String name :
        List.of("../x", "/etc/passwd", "a/../../x", "a\\..\\x", "C:x", "", "a/b/c", ".hidden")) {
      Fault fault = assertThrows(Fault.class, () -> open(zip(Map.of(name, new byte[1]))), name);
      assertEquals(BundleCodes.REFUSED, fault.code(), name);
    }
    byte[] bomb = zip(Map.of(Bundle.MANIFEST, new byte[40_000_000]));
    assertTrue(bomb.length < 100_000, "it is small while it is packed");
    Fault grown = assertThrows(Fault.class, () -> open(bomb));
    assertTrue(grown.evidence().orElseThrow().contains("beyond all bounds"));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 600; i++) {
      many.put("f" + i, new byte[0]);
    }
    assertTrue(
        assertThrows(Fault.class, () -> open(zip(many))).evidence().orElseThrow().contains("500"));
    Fault huge = assertThrows(Fault.class, () -> open(new byte[Bundle.LARGEST + 1]));
    assertTrue(huge.evidence().orElseThrow().contains("larger than"));
    for (byte[] none : List.of(new byte[0], "PK".getBytes(StandardCharsets.UTF_8), new byte[99])) {
      assertEquals(BundleCodes.REFUSED, assertThrows(Fault.class, () -> open(none)).code());
    }
  }

  @Test
  void aMaskTakesOutWhatIsKnownInEveryWayAndWhatACardSaid() {
    BundleMask mask = new BundleMask(Set.of("001010009000006", "8988211000009000061"));
    for (String told :
        List.of("001010009000006", "303031303130303039303030303036", "988812010000090060F1")) {
      assertEquals("x ⟨masked⟩ y", mask.text("x " + told + " y"));
    }
    assertEquals("1.0 < \"⟨16 digits⟩9000\"", mask.wire("1.0 < \"98881201000009009000\""));
    assertEquals(
        "1.0 > AT+CGLA=1,20,\"81E2110012⟨10 digits⟩\"",
        mask.wire("1.0 > AT+CGLA=1,20,\"81E21100124142434445\""));
    assertEquals("1.0 < ⟨address⟩", mask.wire("1.0 < 10.20.30.41"));
    String hash = "ab".repeat(32);
    assertEquals(hash, mask.text(hash), "a hash of ours stays");
  }

  private byte[] packed(Bundle bundle) {
    Map<String, Object> content = Map.of("manifest-sha256", bundle.manifestSha256());
    Proof proof = log.audit().prove(new Event.Book("bundled", content));
    return bundle.packed(proof);
  }

  private static Bundle.Opened open(byte[] packed) {
    return Bundle.open(packed, "b.zip", Optional.empty());
  }

  private static Fault refused(Map<String, byte[]> files, String what) throws IOException {
    byte[] packed = zip(files);
    Fault fault = assertThrows(Fault.class, () -> open(packed), what);
    assertEquals("bundle", fault.code().layer(), what);
    assertFalse(fault.evidence().orElse("").isEmpty(), what);
    return fault;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new ArrayList<>(files.keySet())) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(files.get(name));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
