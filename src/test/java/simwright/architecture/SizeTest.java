package simwright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.architecture.Sources.Source;

/// Small rooms: how long files and methods are and how much a constructor asks for.
class SizeTest {
  private static final int FILE = 500;
  private static final int METHOD = 70;
  private static final int PARAMETERS = 7;
  private static final int FILES_FOR_A_DISTRIBUTION = 200;

  private static final Sources MAIN = Sources.below(Sources.MAIN);
  private static final Sources TEST = Sources.below(Sources.TEST);

  /// One method or constructor with a body.
  private record Room(String name, int lines, int parameters, boolean constructor) {}

  @Test
  void noFileIsLongerThanFiveHundredLines() {
    List<String> broken =
        Stream.concat(MAIN.all().stream(), TEST.all().stream())
            .filter(source -> source.lines() > FILE)
            .map(source -> source.path() + " has " + source.lines() + " lines")
            .toList();
    assertEquals(List.of(), broken);
  }

  /// Of main alone: a test may be a table of examples.
  @Test
  void noMethodIsLongerThanSeventyLines() {
    List<String> broken =
        rooms(MAIN)
            .filter(room -> room.lines() > METHOD)
            .map(room -> room.name() + " has " + room.lines() + " lines")
            .toList();
    assertEquals(List.of(), broken);
  }

  @Test
  void noConstructorAsksForMoreThanSevenThings() {
    List<String> broken =
        rooms(MAIN)
            .filter(room -> room.constructor() && room.parameters() > PARAMETERS)
            .map(room -> room.name() + " has " + room.parameters() + " parameters")
            .toList();
    assertEquals(List.of(), broken);
  }

  @Test
  void mostFilesAndMethodsAreShort() {
    List<Integer> files = MAIN.all().stream().map(Source::lines).sorted().toList();
    List<Integer> methods = rooms(MAIN).map(Room::lines).sorted().toList();
    System.out.printf(
        "%d files: median %d, p95 %d, longest %d lines; %d methods: median %d, p95 %d, longest"
            + " %d%n",
        files.size(),
        quantile(files, 0.5),
        quantile(files, 0.95),
        files.getLast(),
        methods.size(),
        quantile(methods, 0.5),
        quantile(methods, 0.95),
        methods.getLast());
    if (files.size() >= FILES_FOR_A_DISTRIBUTION) {
      assertTrue(quantile(files, 0.5) <= 80, "file median over 80 lines");
      assertTrue(quantile(files, 0.95) <= 250, "file p95 over 250 lines");
      assertTrue(quantile(methods, 0.95) <= 25, "method p95 over 25 lines");
    }
  }

  @Test
  void roomsAreMeasuredAsTheyStand(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Rooms.java"),
        """
        class Rooms {
          Rooms(int a, int b) {
          }
          void three() {
            run();
          }
          record Row(int a) {
            Row {}
          }
        }
        """);
    List<String> rooms =
        rooms(Sources.below(folder))
            .map(room -> room.lines() + "/" + room.parameters() + "/" + room.constructor())
            .toList();
    assertEquals(List.of("2/2/true", "3/0/false", "1/1/false"), rooms);
  }

  private static int quantile(List<Integer> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
  }

  private static Stream<Room> rooms(Sources sources) {
    return sources.each(source -> rooms(source).stream()).stream();
  }

  private static List<Room> rooms(Source source) {
    List<Room> found = new ArrayList<>();
    new TreeScanner<Void, ClassTree>() {
      @Override
      public Void visitClass(ClassTree type, ClassTree outer) {
        return SourceLawTest.excuses(type, "size") ? null : super.visitClass(type, type);
      }

      @Override
      public Void visitMethod(MethodTree method, ClassTree type) {
        if (method.getBody() != null) {
          int lines = (int) (source.endLine(method) - source.startLine(method) + 1);
          boolean constructor =
              method.getReturnType() == null && type.getKind() != Tree.Kind.RECORD;
          String name = source.at(method) + " " + type.getSimpleName() + "." + method.getName();
          found.add(new Room(name, lines, method.getParameters().size(), constructor));
        }
        return super.visitMethod(method, type);
      }
    }.scan(source.unit(), null);
    return found;
  }
}
