package simwright.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simwright.fault.Fault;

/// Small things that are remembered between sessions, such as the width of a column: one `key =
/// value` a line, written whole or not at all. Never secrets, never personal data.
public final class Settings {
  private final Path file;
  private final Map<String, String> values = new TreeMap<>();

  private Settings(Path file) {
    this.file = file;
  }

  /// Reads the settings of a data folder; lines that are none are passed over.
  public static Settings open(DataDirectory data) {
    Settings settings = new Settings(data.root().resolve("settings.txt"));
    settings.read();
    return settings;
  }

  /// The value of a key.
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Sets a value; it is on disk after `write`.
  public synchronized void put(String key, String value) {
    values.put(line(key).replace('=', '-'), line(value));
  }

  /// Writes all of them in place of the old file.
  public synchronized void write() {
    String text =
        values.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue() + "\n")
            .collect(Collectors.joining());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault(
          StoreCodes.UNUSABLE, "writing the settings", file.toString(), e.getMessage(), e);
    }
  }

  private void read() {
    try {
      if (Files.exists(file)) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines()
            .map(each -> each.split(" = ", 2))
            .filter(parts -> parts.length == 2)
            .forEach(parts -> values.put(parts[0], parts[1]));
      }
    } catch (IOException e) {
      throw new Fault(
          StoreCodes.UNUSABLE, "reading the settings", file.toString(), e.getMessage(), e);
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ").strip();
  }
}
