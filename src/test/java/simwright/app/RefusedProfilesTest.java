package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.fault.Fault;
import simwright.hardware.HardwareCodes;
import simwright.ui.OnScreen;

/// A person's own hardware profile that is refused is told when the console opens.
class RefusedProfilesTest {
  @TempDir Path folder;
  private Wiring wiring;
  private OpenConsole opened;

  @AfterEach
  void close() throws Exception {
    if (opened != null) {
      OnScreen.onFx(() -> {
        opened.close();
        return true;
      });
      FxToolkit.cleanupStages();
      wiring.close();
    }
  }

  @Test
  void theConsoleSaysAtItsStartWhichFileAndLineIsWrongAndWhatToDo() throws Exception {
    Path own = Files.createDirectories(folder.resolve("hardware-profiles"));
    String good = Files.readString(Path.of("hardware-profiles/generic-27007.yaml")).stripTrailing();
    Path file = Files.writeString(own.resolve("mine.yaml"), good + "\ncolour: red\n");
    long line = good.lines().count() + 1;
    FxToolkit.registerPrimaryStage();
    wiring = new Wiring();
    opened = OnScreen.onFx(() -> new OpenConsole(wiring, Optional.of(folder)));
    OnScreen screen = OnScreen.open(() -> opened.console().root(), 1024, 700);
    screen.awaitWords(file.toString());
    screen.awaitWords("line " + line + ": ");
    screen.awaitWords("Mend the line that is named");
    assertTrue(screen.words().contains("hardware/broken-profile"), screen.words()::toString);
    screen.look("refused profile");
    assertEquals(List.of(), screen.faults());
    screen.press("Close this notice");
    screen.awaitGone(file.toString());
  }

  @Test
  void oneIsToldAsItIs() {
    Fault one = broken("a.yaml");
    assertEquals(List.of(one), RefusedProfiles.told(List.of(one), folder));
  }

  @Test
  void manyAreToldTogetherEachWithItsFileAndLine() {
    List<Fault> many = IntStream.range(0, 10).mapToObj(i -> broken(i + ".yaml")).toList();
    List<Fault> told = RefusedProfiles.told(many, folder);
    assertEquals(1, told.size());
    assertEquals(folder.toString(), told.getFirst().where());
    String evidence = told.getFirst().evidence().orElse("");
    assertTrue(evidence.startsWith("0.yaml, line 4: no · 1.yaml, line 4: no · "), evidence);
    assertTrue(
        evidence.endsWith("7.yaml, line 4: no · and 2 more, all named in the log"), evidence);
  }

  private Fault broken(String name) {
    return new Fault(
        HardwareCodes.BROKEN_PROFILE,
        "reading a profile",
        folder.resolve(name).toString(),
        "line 4: no",
        null);
  }
}
