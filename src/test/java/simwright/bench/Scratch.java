package simwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders of benchmarks, beside the build and not in /tmp: that may be memory, where nothing is
/// durable.
final class Scratch {
  private Scratch() {}

  static Path folder(String name) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target")), name)
        .toAbsolutePath();
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
