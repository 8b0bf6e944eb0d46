package simwright.runbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads the runbook's own files.
final class Resource {
  private Resource() {}

  static String text(String name) {
    String path = "/simwright/runbook/" + name;
    try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a table, each cut at its bars; remarks and empty lines are left out.
  static List<List<String>> rows(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }
}
