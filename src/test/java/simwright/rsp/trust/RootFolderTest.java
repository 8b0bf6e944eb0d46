package simwright.rsp.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.tlv.Octets;

/// The folder of roots takes GSMA's own and nothing else, and one bad file spoils no other.
class RootFolderTest {
  private static final Path SHARED = Path.of("../shared/data/sgp26/CI");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final List<Octets> LIVE =
      List.of(KnownRoot.GSMA_RSP2.keyId(), KnownRoot.OISTE_GSMA.keyId());

  @TempDir Path folder;

  private static List<Octets> keys(RootFolder read) {
    return read.roots().stream().map(Certificate::keyId).toList();
  }

  @Test
  void theLiveRootsAreThereWithoutAFolder() {
    RootFolder read = RootFolder.read(folder.resolve("none"), NOW);
    assertEquals(LIVE, keys(read));
    assertEquals(List.of(), read.refused());
    assertEquals(
        List.of(TrustedRoot.Origin.SHIPPED, TrustedRoot.Origin.SHIPPED),
        read.roots().stream().map(TrustedRoot.Origin::live).toList());
  }

  /// SHA-256 of both as other programs that ship them name it.
  @Test
  void theLiveRootsAreTheCertificatesThatOthersHave() {
    assertEquals(
        List.of(
            "5e3e91fd454327c3af5d32a7a73bbc59fe43aa7d85fd32d5db44423f80a56bb3",
            "9c9fa2e94602c260137122d9704d79993a6ef6d067ce0999ec2f4c109dd7a1a2"),
        RootFolder.read(folder, NOW).roots().stream()
            .map(each -> each.fingerprint().replace(":", "").toLowerCase(Locale.ROOT))
            .toList());
  }

  @Test
  void aRootThatHasEndedIsNamedAndNotUsed() {
    RootFolder read = RootFolder.read(folder, Instant.parse("2055-01-01T00:00:00Z"));
    assertEquals(List.of(KnownRoot.OISTE_GSMA.keyId()), keys(read));
    assertEquals(
        List.of(TrustCodes.EXPIRED), read.refused().stream().map(each -> each.code()).toList());
  }

  @Test
  void testRootsAndStrangersAreNamedAndNotUsed() throws IOException {
    Forge.Made stranger = Forge.root("CN=Stranger").make();
    Files.write(folder.resolve("a.der"), stranger.certificate().der().toArray());
    Forge.Made impostor =
        Forge.root("CN=GSM Association RSP2 Root CI1").claiming(KnownRoot.GSMA_RSP2.keyId()).make();
    Files.write(folder.resolve("b.crt"), impostor.certificate().der().toArray());
    Files.writeString(folder.resolve("c.pem"), "no certificate");
    Files.write(folder.resolve("d.crl"), Forge.revoking(stranger, stranger.key()).toArray());
    Files.writeString(folder.resolve("readme.txt"), "passed over");
    RootFolder read = RootFolder.read(folder, NOW);
    assertEquals(LIVE, keys(read));
    assertEquals(List.of(), read.lists());
    assertEquals(
        List.of(
            TrustCodes.NOT_GSMA,
            TrustCodes.KEY_ID,
            TrustCodes.NO_CERTIFICATE,
            TrustCodes.REVOCATIONS),
        read.refused().stream().map(each -> each.code()).toList());
  }

  @Test
  void theTestRootsOfTheStandardAreRootsButOnlyForALab() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the shared certificates are not there");
    try (Stream<Path> files = Files.list(SHARED)) {
      for (Path each : files.toList()) {
        assertEquals(1, RootFile.read(each, NOW).size(), each.toString());
        Files.copy(each, folder.resolve(each.getFileName()));
      }
    }
    RootFolder read = RootFolder.read(folder, NOW);
    assertEquals(LIVE, keys(read));
    assertEquals(
        List.of(TrustCodes.NOT_GSMA, TrustCodes.NOT_GSMA, TrustCodes.NOT_GSMA),
        read.refused().stream().map(each -> each.code()).toList());
  }
}
