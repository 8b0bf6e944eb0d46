package simwright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.architecture.Sources.Source;

/// What the sources themselves must hold: broad catches, docs, package descriptions, excuses.
class SourceLawTest {
  private static final Sources MAIN = Sources.below(Sources.MAIN);
  private static final Set<String> BROAD =
      Set.of("Exception", "RuntimeException", "Throwable", "Error");
  private static final Set<String> LAWS =
      Set.of(
          "javafx",
          "serial",
          "pcsc",
          "jdbc",
          "sim",
          "time",
          "terminal",
          "link",
          "catching",
          "size");

  /// The runner, the port thread, the job boundary, the screen's handler and the command line's.
  private static final List<String> MAY_CATCH_ALL =
      List.of("time/SystemTime.java", "link/Port.java", "job/Jobs.java", "ui/fx/", "cli/");

  @Test
  void allIsCaughtOnlyAtTheBoundaries() {
    List<String> broken =
        MAIN.each(source -> {
          String path = source.path().toString().replace('\\', '/');
          boolean boundary =
              MAY_CATCH_ALL.stream().anyMatch(place -> path.startsWith("simwright/" + place));
          return boundary ? Stream.empty() : broadCatches(source);
        });
    assertEquals(List.of(), broken, "broken conversations are Faults; catch those, or nothing");
  }

  @Test
  void everyPackageSaysWhatItOwns() {
    Set<Path> packages = new TreeSet<>();
    MAIN.all()
        .forEach(source ->
            packages.add(
                source.path().toString().equals("module-info.java")
                    ? Path.of("simwright/fault")
                    : source.path().getParent()));
    List<String> broken = new ArrayList<>();
    for (Path folder : packages) {
      String text =
          MAIN.all().stream()
              .filter(source -> source.path().equals(folder.resolve("package-info.java")))
              .map(Source::text)
              .findFirst()
              .orElse("");
      if (!text.startsWith("/// Owns ") || !text.contains("@NullMarked")) {
        broken.add(folder + " needs a package-info.java that begins '/// Owns' and is @NullMarked");
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPublicTypeHasItsSentence() {
    List<String> broken =
        MAIN.each(source ->
            types(source).stream()
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .filter(type -> !hasDoc(source, type))
                .map(type -> source.at(type) + " " + type.getSimpleName()));
    assertEquals(List.of(), broken, "a public type without a /// sentence");
  }

  @Test
  void aBrokenLawIsNamedWithItsReason() {
    for (Source source : MAIN.all()) {
      for (ClassTree type : types(source)) {
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
          if (annotation.getAnnotationType().toString().endsWith("BreaksLaw")) {
            String text = annotation.toString();
            assertFalse(
                LAWS.stream().noneMatch(law -> text.contains("law = \"" + law + "\"")),
                source.at(type) + " names no law of " + LAWS);
            assertFalse(text.contains("because = \"\""), source.at(type) + " gives no reason");
          }
        }
      }
    }
  }

  @Test
  void broadCatchesAndMissingSentencesAreFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Bad.java"),
        """
        @Deprecated
        public class Bad {
          void a() {
            try { b(); } catch (IllegalStateException | RuntimeException e) { c(); }
            try { b(); } catch (IllegalStateException e) { c(); }
          }
        }
        @BreaksLaw(law = "catching", because = "of the test")
        class Excused {
          void a() { try { b(); } catch (Throwable e) { c(); } }
        }
        """);
    Source source = Sources.below(folder).all().getFirst();
    assertEquals(1, broadCatches(source).count());
    assertFalse(hasDoc(source, types(source).getFirst()));
  }

  private static Stream<String> broadCatches(Source source) {
    List<String> found = new ArrayList<>();
    new TreeScanner<Void, Boolean>() {
      @Override
      public Void visitClass(ClassTree type, Boolean excused) {
        return super.visitClass(type, excused || excuses(type, "catching"));
      }

      @Override
      public Void visitCatch(CatchTree tree, Boolean excused) {
        Tree caught = tree.getParameter().getType();
        List<? extends Tree> types =
            caught instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(caught);
        if (!excused && types.stream().anyMatch(type -> BROAD.contains(type.toString()))) {
          found.add(source.at(tree) + " catches " + caught);
        }
        return super.visitCatch(tree, excused);
      }
    }.scan(source.unit(), false);
    return found.stream();
  }

  static boolean excuses(ClassTree type, String law) {
    return type.getModifiers().getAnnotations().stream()
        .map(Object::toString)
        .anyMatch(text -> text.contains("BreaksLaw") && text.contains("law = \"" + law + "\""));
  }

  private static List<ClassTree> types(Source source) {
    List<ClassTree> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        found.add(type);
        return super.visitClass(type, nothing);
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static boolean hasDoc(Source source, ClassTree type) {
    String before = source.text().substring(0, source.start(type)).stripTrailing();
    return before.substring(before.lastIndexOf('\n') + 1).strip().startsWith("///");
  }
}
