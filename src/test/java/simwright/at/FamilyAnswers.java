package simwright.at;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import simwright.transcript.Direction;
import simwright.transcript.Escapes;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptReader;

/// The answers of all families' transcripts, byte for byte; where each is from stands in its file.
final class FamilyAnswers {
  private static final Path FOLDER = Path.of("hardware-profiles");

  private FamilyAnswers() {}

  static List<Replies.Recorded> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Replies.Recorded> all = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".transcript"))
          .sorted()
          .forEach(file -> all.addAll(of(file)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Replies.Recorded> of(Path file) {
    List<Replies.Recorded> all = new ArrayList<>();
    String command = "";
    StringBuilder answer = new StringBuilder();
    for (TranscriptLine line : TranscriptReader.all(file)) {
      String text = new String(Escapes.unescape(line.text()), StandardCharsets.ISO_8859_1);
      if (line.direction() == Direction.SENT) {
        add(all, file, command, answer);
        command = text.strip();
      } else if (line.direction() == Direction.RECEIVED) {
        answer.append(text);
      }
    }
    add(all, file, command, answer);
    return all;
  }

  private static void add(
      List<Replies.Recorded> all, Path file, String command, StringBuilder answer) {
    if (!command.isEmpty()) {
      String name = file.getFileName().toString();
      all.add(new Replies.Recorded(name, command, answer.toString()));
    }
    answer.setLength(0);
  }
}
