package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.store.DataDirectory;
import simwright.time.HandTime;
import simwright.ui.terminal.Macro;

/// What the screens keep in the data folder.
class ScreenFilesTest {
  @TempDir Path folder;

  private DataDirectory data() {
    return DataDirectory.choose(Optional.of(folder), Map.of());
  }

  @Test
  void settingsAreOnDiskAMomentLaterAndFoundAgain() throws Exception {
    HandTime time = new HandTime();
    DataDirectory data = data();
    try (ScreenDesk desk = new ScreenDesk(data, time)) {
      desk.keep("look", "dark");
      desk.keep("window", "1280 800 false");
      assertTrue(Files.notExists(folder.resolve("settings.txt")));
      time.advance(Duration.ofSeconds(1));
      assertEquals(
          "look = dark\nwindow = 1280 800 false\n",
          Files.readString(folder.resolve("settings.txt")));
      try (ScreenDesk again = new ScreenDesk(data, time)) {
        assertEquals("dark", again.recall("look"));
      }
    }
  }

  @Test
  void whatWasNotYetOnDiskIsWrittenAtTheEnd() throws Exception {
    ScreenDesk desk = new ScreenDesk(data(), new HandTime());
    desk.keep("look", "light");
    desk.close();
    assertEquals("look = light\n", Files.readString(folder.resolve("settings.txt")));
  }

  @Test
  void exportsStayInTheirFolderWhateverTheirName() throws Exception {
    DataDirectory data = data();
    try (ScreenDesk desk = new ScreenDesk(data, new HandTime())) {
      Path file = Path.of(desk.save("../../results 1.csv", "a,b\n"));
      assertEquals(folder.resolve("exports").toRealPath(), file.getParent().toRealPath());
      assertEquals("a,b\n", Files.readString(file));
    }
  }

  @Test
  void aPersonsOwnMacroComesBeforeTheShippedOneOfItsName() {
    ScreenMacros macros = new ScreenMacros(folder.resolve("macros"));
    assertTrue(macros.all().stream().anyMatch(macro -> macro.name().equals("signal")));
    macros.save("signal", "AT+CSQ\nexpect OK\nwait 500\n");
    Macro own =
        macros.all().stream()
            .filter(macro -> macro.name().equals("signal"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, own.steps().size());
    assertEquals(new Macro.Step("AT+CSQ", "OK", 500), own.steps().getFirst());
  }

  @Test
  void everyShippedMacroHasLinesAndSaysWhatItDoes() {
    var all = new ScreenMacros(folder).all();
    assertTrue(all.size() >= 4);
    all.forEach(macro -> {
      assertTrue(macro.text().startsWith("# "), macro.name());
      assertTrue(!macro.steps().isEmpty(), macro.name());
    });
  }
}
