package simwright.at.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import simwright.at.AtCommand;

/// Answers that others have published, from `vectors.txt`.
record Vectors(String from, String command, List<String> lines, String value) {
  static List<Vectors> all() {
    List<Vectors> all = new ArrayList<>();
    for (String block : text().split("\n\\s*\n")) {
      List<String> rows = block.lines().filter(row -> !row.startsWith("#")).toList();
      if (!rows.isEmpty()) {
        all.add(
            new Vectors(
                one(rows, "from: "),
                one(rows, "> "),
                rows.stream()
                    .filter(row -> row.startsWith("< "))
                    .map(row -> row.substring(2))
                    .toList(),
                one(rows, "= ")));
      }
    }
    return all;
  }

  /// What the command makes of the lines.
  Optional<Object> read() {
    return typed().parse(lines).map(Object.class::cast);
  }

  AtCommand<?> typed() {
    return Commands.of(command).orElseThrow(() -> new AssertionError(command + " has no type"));
  }

  private static String one(List<String> rows, String mark) {
    return rows.stream()
        .filter(row -> row.startsWith(mark))
        .findFirst()
        .map(row -> row.substring(mark.length()))
        .orElseThrow(() -> new AssertionError(mark + " is missing in " + rows));
  }

  private static String text() {
    try (InputStream in = Vectors.class.getResourceAsStream("vectors.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
