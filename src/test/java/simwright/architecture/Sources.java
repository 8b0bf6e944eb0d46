package simwright.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The Java sources of a folder, parsed by the JDK's own compiler but not attributed.
record Sources(List<Source> all) {
  static final Path MAIN = Path.of("src/main/java");
  static final Path TEST = Path.of("src/test/java");

  /// One file: its path below the source folder, its text, its tree, and the line of a position.
  record Source(Path path, String text, CompilationUnitTree unit, Trees trees) {
    int lines() {
      return (int) text.lines().count();
    }

    long startLine(com.sun.source.tree.Tree tree) {
      return line(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    long endLine(com.sun.source.tree.Tree tree) {
      return line(trees.getSourcePositions().getEndPosition(unit, tree));
    }

    int start(com.sun.source.tree.Tree tree) {
      return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    String at(com.sun.source.tree.Tree tree) {
      return path + ":" + startLine(tree);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }

  static Sources below(Path folder) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var files = manager.getJavaFileObjectsFromPaths(files(folder, ".java"));
      var options = List.of("-proc:none", "--release", "25");
      var task = (JavacTask) compiler.getTask(null, manager, null, options, null, files);
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path path = folder.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        String text = unit.getSourceFile().getCharContent(true).toString();
        sources.add(new Source(path, text, unit, Trees.instance(task)));
      }
      return new Sources(List.copyOf(sources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files below a folder whose names end so, in order; none where there is no such folder.
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> List<T> each(Function<Source, Stream<T>> look) {
    return all.stream().flatMap(look).toList();
  }
}
