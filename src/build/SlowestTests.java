import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Prints the twenty slowest tests of the reports in the folders that are named.
final class SlowestTests {
  private static final int SHOWN = 20;

  private record Timed(String name, double seconds) {}

  public static void main(String[] folders) throws Exception {
    List<Timed> tests = new ArrayList<>();
    for (String folder : folders) {
      for (Path report : reports(Path.of(folder))) {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var cases = builder.parse(report.toFile()).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
          tests.add(timed((Element) cases.item(i)));
        }
      }
    }
    System.out.println("The slowest of " + tests.size() + " tests:");
    tests.stream()
        .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
        .limit(SHOWN)
        .map(test -> String.format(Locale.ROOT, "%8.2f s  %s", test.seconds(), test.name()))
        .forEach(System.out::println);
  }

  private static List<Path> reports(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("TEST-")).toList();
    }
  }

  private static Timed timed(Element test) {
    String name = test.getAttribute("classname") + " " + test.getAttribute("name");
    return new Timed(name, Double.parseDouble(test.getAttribute("time").replace(",", "")));
  }
}
