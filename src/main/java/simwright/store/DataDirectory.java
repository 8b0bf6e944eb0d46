package simwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.fault.Fault;

/// The folder where log, settings, keys and transcripts live.
public record DataDirectory(Path root) {
  /// The folder that was asked for, else `SIMWRIGHT_DATA`, else the platform's place for such data.
  public static DataDirectory choose(Optional<Path> asked, Map<String, String> environment) {
    Path chosen =
        asked.orElseGet(() ->
            Optional.ofNullable(environment.get("SIMWRIGHT_DATA"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> usual(environment)));
    try {
      return new DataDirectory(Files.createDirectories(chosen.toAbsolutePath()));
    } catch (IOException e) {
      throw new Fault(
          StoreCodes.UNUSABLE, "making the data folder", chosen.toString(), e.getMessage(), e);
    }
  }

  /// The SQLite file.
  public Path database() {
    return root.resolve("simwright.db");
  }

  /// Where transcripts lie.
  public Path transcripts() {
    return root.resolve("transcripts");
  }

  /// Where keys lie.
  public Path keys() {
    return root.resolve("keys");
  }

  /// Where a person puts GSMA's root certificates and their revocation lists.
  public Path roots() {
    return root.resolve("roots");
  }

  /// Where a person's own acceptance plans lie.
  public Path plans() {
    return root.resolve("plans");
  }

  /// Where a person's own rules for the catalog lie: regions, names, operators.
  public Path catalog() {
    return root.resolve("catalog");
  }

  /// Where a person's own hardware profiles lie.
  public Path hardwareProfiles() {
    return root.resolve("hardware-profiles");
  }

  private static Path usual(Map<String, String> environment) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.startsWith("windows")) {
      return Path.of(environment.getOrDefault("LOCALAPPDATA", home.toString()))
          .resolve("Simwright");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Simwright");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("simwright");
  }
}
