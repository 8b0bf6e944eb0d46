package simwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereInTheNextSession() {
    DataDirectory data = new DataDirectory(folder);
    Settings first = Settings.open(data);
    first.put("results.columns", "verdict 120 = wide");
    first.put("odd = key", "two\nlines");
    first.write();
    Settings second = Settings.open(data);
    assertEquals(Optional.of("verdict 120 = wide"), second.get("results.columns"));
    assertEquals(Optional.of("two lines"), second.get("odd - key"));
    assertEquals(Optional.empty(), second.get("other"));
  }

  @Test
  void linesThatAreNoSettingsArePassedOver() throws Exception {
    Files.writeString(folder.resolve("settings.txt"), "nonsense\n\na = b\n");
    assertEquals(Optional.of("b"), Settings.open(new DataDirectory(folder)).get("a"));
  }
}
