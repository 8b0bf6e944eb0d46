package simwright.rsp.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder of roots takes GSMA's own and nothing else, and one bad file spoils no other.
class RootFolderTest {
  private static final Path SHARED = Path.of("../shared/data/sgp26/CI");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThereIsEmpty() {
    RootFolder read = RootFolder.read(folder.resolve("none"), NOW);
    assertEquals(new RootFolder(List.of(), List.of(), List.of()), read);
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
    assertEquals(List.of(), read.roots());
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
    assertEquals(List.of(), read.roots());
    assertEquals(
        List.of(TrustCodes.NOT_GSMA, TrustCodes.NOT_GSMA, TrustCodes.NOT_GSMA),
        read.refused().stream().map(each -> each.code()).toList());
  }
}
