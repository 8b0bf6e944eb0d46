package simwright.ask;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What a person hands over for the record.
public sealed interface Handed {
  /// A file, by its path.
  record Document(Path path) implements Handed {}

  /// A note in their own words.
  record Note(String text) implements Handed {}

  /// What was typed: the path of a file, else a note; empty where it reads like a path and no file
  /// is there.
  static Optional<Handed> read(String typed) {
    String text = typed.strip();
    try {
      Path path = Path.of(text);
      if (!text.isEmpty() && Files.isRegularFile(path)) {
        return Optional.of(new Document(path));
      }
    } catch (InvalidPathException noPath) {
      return Optional.of(new Note(text));
    }
    boolean path = text.matches("(?:[/\\\\~.]|[A-Za-z]:[/\\\\]).*");
    return text.isEmpty() || path ? Optional.empty() : Optional.of(new Note(text));
  }
}
