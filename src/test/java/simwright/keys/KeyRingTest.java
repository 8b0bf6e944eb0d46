package simwright.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;

class KeyRingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"signing.key", "pseudonyms.key", "subjects.key"})
  void aKeyThatIsGoneIsNotReplaced(String name) throws IOException {
    KeyRing ring = KeyRing.open(folder);
    assertEquals(ring.pseudonym("imsi"), KeyRing.open(folder).pseudonym("imsi"));
    byte[] kept = Files.readAllBytes(folder.resolve(name));
    Files.delete(folder.resolve(name));
    Fault lost = assertThrows(Fault.class, () -> KeyRing.open(folder));
    assertEquals(KeyCodes.LOST, lost.code());
    assertFalse(Files.exists(folder.resolve(name)));
    Files.write(folder.resolve(name), kept);
    assertEquals(ring.verifying(), KeyRing.open(folder).verifying());
  }

  @Test
  void aFirstTimeThatBrokeOffGoesOn() throws IOException {
    KeyRing ring = KeyRing.open(folder);
    Files.delete(folder.resolve("signing.pem"));
    Files.delete(folder.resolve("pseudonyms.key"));
    assertEquals(ring.verifying(), KeyRing.open(folder).verifying());
  }
}
