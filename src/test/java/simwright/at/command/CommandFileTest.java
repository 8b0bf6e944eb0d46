package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simwright.at.AtCommand;
import simwright.at.Replies;

/// Every command has an answer that was not made here, or says why none is known.
class CommandFileTest {
  private static final Path FOLDER = Path.of("src/main/java/simwright/at/command");

  /// Commands that read no lines of a shape of their own though they are no plain orders.
  private static final Set<Class<?>> SHAPELESS =
      Set.of(UnknownCommand.class, ActivateContext.class);

  @Test
  void everyCommandHasAVectorOrSaysWhyNot() throws IOException {
    Set<String> answered = new TreeSet<>(CommandVectorTest.covered());
    for (Replies.Line line : Replies.lines()) {
      Commands.of(line.command())
          .filter(command -> command.parse(List.of(line.text())).isPresent())
          .ifPresent(command -> answered.add(command.getClass().getSimpleName()));
    }
    Vectors.all().stream()
        .filter(vector -> vector.read().isPresent())
        .forEach(vector -> answered.add(vector.typed().getClass().getSimpleName()));
    List<String> missing = new ArrayList<>();
    for (Class<?> command : commands()) {
      boolean excused = command.isAnnotationPresent(NoKnownVector.class);
      if (!excused && asks(command) && !answered.contains(command.getSimpleName())) {
        missing.add(command.getSimpleName());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void anExcuseHasAReasonAndIsNeeded() throws IOException {
    Set<String> answered = new TreeSet<>();
    Vectors.all().forEach(vector -> answered.add(vector.typed().getClass().getSimpleName()));
    for (Class<?> command : commands()) {
      NoKnownVector excuse = command.getAnnotation(NoKnownVector.class);
      assertFalse(excuse != null && excuse.because().isBlank(), command.getName());
      assertFalse(excuse != null && answered.contains(command.getSimpleName()), command.getName());
    }
  }

  /// A command whose answer is its success alone has no lines that could be collected.
  private static boolean asks(Class<?> command) {
    return !SHAPELESS.contains(command) && !Order.class.isAssignableFrom(command);
  }

  private static List<Class<?>> commands() throws IOException {
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.contains("-")
            && AtCommand.class.isAssignableFrom(load(name))
            && !load(name).isInterface()) {
          found.add(load(name));
        }
      }
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("simwright.at.command." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
