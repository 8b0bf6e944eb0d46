import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over all Java files below a folder: `check FOLDER` names those that
/// differ and fails, `apply FOLDER` rewrites them.
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    List<String> options =
        new ArrayList<>(apply ? List.of("-i") : List.of("-n", "--set-exit-if-changed"));
    try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java"))
          .sorted()
          .forEach(options::add);
    }
    var out = new PrintWriter(System.out, true);
    if (new Main(out, out, System.in).format(options.toArray(String[]::new)) != 0) {
      out.println(
          "The files above are not formatted: ./mvnw -Pformat process-test-classes formats them.");
      System.exit(1);
    }
  }
}
