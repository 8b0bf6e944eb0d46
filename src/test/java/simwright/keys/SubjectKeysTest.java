package simwright.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectKeysTest {
  private static final String ONE = "00112233445566778899aabbccddeeff";
  private static final String OTHER = "ffeeddccbbaa99887766554433221100";

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("subjects.key");
    keys().open();
  }

  /// As another program would open it.
  private SubjectKeys keys() {
    return new SubjectKeys(file, folder.resolve("subjects"));
  }

  private static byte[] one(Map<String, byte[]> keys) {
    return keys.get(ONE);
  }

  @Test
  void aKeyIsMadeOnceAndFoundByOtherPrograms() throws IOException {
    SubjectKeys early = keys();
    assertTrue(early.find(List.of(ONE)).isEmpty());
    byte[] made = one(keys().make(List.of(ONE, OTHER, ONE)));
    assertEquals(32, made.length);
    assertArrayEquals(made, one(early.find(List.of(ONE, OTHER))));
    assertArrayEquals(made, one(early.make(List.of(ONE))));
    assertEquals(2 * 64, Files.size(file), "two keys, one slot for each");
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aDestroyedKeyIsGoneFromTheFileAndForThoseThatKnewIt() throws IOException {
    SubjectKeys knows = keys();
    byte[] made = one(knows.make(List.of(ONE, OTHER)));
    assertTrue(keys().destroy(ONE));
    assertFalse(keys().destroy(ONE));
    assertTrue(knows.find(List.of(ONE)).isEmpty());
    assertEquals(1, knows.find(List.of(OTHER)).size());
    assertFalse(holds(Files.readAllBytes(file), made), "the key still lies in the file");
    byte[] again = one(knows.make(List.of(ONE)));
    assertFalse(Arrays.equals(made, again), "what was sealed by the old key stays closed");
  }

  @Test
  void halfASlotIsNone() throws IOException {
    byte[] made = one(keys().make(List.of(ONE)));
    keys().make(List.of(OTHER));
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 64; cut < 128; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut), StandardOpenOption.TRUNCATE_EXISTING);
      assertTrue(keys().find(List.of(OTHER)).isEmpty(), cut + " bytes");
      byte[] fresh = keys().make(List.of(OTHER)).get(OTHER);
      assertArrayEquals(fresh, keys().find(List.of(OTHER)).get(OTHER), cut + " bytes");
      assertArrayEquals(made, one(keys().find(List.of(ONE))), cut + " bytes");
    }
    byte[] torn = whole.clone();
    torn[64 + 20] ^= 1;
    Files.write(file, torn);
    assertTrue(keys().find(List.of(OTHER)).isEmpty(), "a key that is not what was written");
  }

  @Test
  void aKeyInAFileOfItsOwnIsReadAndDestroyed() throws IOException {
    Path old = Files.createDirectories(folder.resolve("subjects")).resolve(ONE);
    byte[] key = new byte[32];
    key[5] = 7;
    Files.write(old, key);
    assertArrayEquals(key, one(keys().make(List.of(ONE))));
    assertTrue(keys().destroy(ONE));
    assertFalse(Files.exists(old));
    assertTrue(keys().find(List.of(ONE)).isEmpty());
  }

  @Test
  void manyAtOnceFromManySidesAreOneEach() throws IOException {
    List<String> all = IntStream.range(0, 300).mapToObj("%032x"::formatted).toList();
    List<Map<String, byte[]>> seen =
        IntStream.range(0, 8).parallel().mapToObj(_ -> made(all)).toList();
    for (String each : all) {
      seen.forEach(other -> assertArrayEquals(seen.getFirst().get(each), other.get(each)));
    }
    assertEquals(300 * 64, Files.size(file));
  }

  private Map<String, byte[]> made(List<String> all) {
    try {
      return keys().make(all);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsNoPseudonymIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> keys().find(List.of("../signing.key")));
    assertThrows(IllegalArgumentException.class, () -> keys().make(List.of("")));
    assertThrows(IllegalArgumentException.class, () -> keys().destroy("0011"));
  }

  private static boolean holds(byte[] all, byte[] part) {
    return IntStream.rangeClosed(0, all.length - part.length)
        .anyMatch(at -> Arrays.equals(all, at, at + part.length, part, 0, part.length));
  }
}
