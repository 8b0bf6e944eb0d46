package simwright.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person types when something is to be attached.
class HandedTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsThereIsAFileAndAPathWithoutOneIsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("photo.png"), "x");
    assertEquals(Optional.of(new Handed.Document(file)), Handed.read(" " + file + " "));
    assertEquals(Optional.empty(), Handed.read(folder.resolve("gone.png").toString()));
    assertEquals(Optional.empty(), Handed.read("C:\\photos\\gone.png"));
    assertEquals(Optional.empty(), Handed.read("  "));
    assertEquals(Optional.of(new Handed.Note("the lamp is off")), Handed.read("the lamp is off"));
  }
}
