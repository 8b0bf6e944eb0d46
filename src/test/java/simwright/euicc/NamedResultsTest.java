package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simwright.fault.FaultCode;
import simwright.runbook.Runbook;

/// The results that a function's own file names are those that the runbook explains, both ways.
class NamedResultsTest {
  private static final Path CODE = Path.of("src/main/java/simwright/euicc");
  private static final Pattern FUNCTION =
      Pattern.compile("ResultCode(?:\\.of)?\\(\\s*\"([a-z-]+)\"|\"(load-package)\\.\"");
  private static final Pattern LIST =
      Pattern.compile(
          "^/// (?:.* )?(?:Results?|Reasons of a failure)[:\\s](.*?)(?=\\npublic )",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern NUMBER = Pattern.compile("(?<![.\\w-])(\\d{1,3})(?=,? [A-Za-z])");

  /// AuthenticateServer reads the answers of PrepareDownload too, under another name.
  private static final Map<String, String> OTHERWISE =
      Map.of("AuthenticateServer", "authenticate-server", "PrepareDownload", "prepare-download");

  @Test
  void everyNumberInAFileIsExplainedAndEveryExplainedOneStandsInItsFile() throws IOException {
    Map<String, TreeSet<Integer>> named = new TreeMap<>();
    try (Stream<Path> files = Files.list(CODE)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        String name = file.getFileName().toString().replace(".java", "");
        Matcher function = FUNCTION.matcher(text);
        if (!function.find() && !OTHERWISE.containsKey(name)) {
          continue;
        }
        String code =
            OTHERWISE.containsKey(name)
                ? OTHERWISE.get(name)
                : function.group(1) == null ? function.group(2) : function.group(1);
        Matcher list = LIST.matcher(text);
        assertTrue(list.find(), name + " lists no results");
        String words = list.group(1).replaceAll("\\n///", "");
        TreeSet<Integer> numbers =
            NUMBER
                .matcher(words)
                .results()
                .map(each -> Integer.parseInt(each.group(1)))
                .filter(number -> number > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        named.put(code, numbers);
      }
    }
    Map<String, TreeSet<Integer>> explained = new TreeMap<>();
    Runbook.shipped().all().stream()
        .map(entry -> entry.code())
        .filter(code -> code.layer().equals("es10"))
        .map(FaultCode::code)
        .forEach(code -> {
          int dot = code.lastIndexOf('.');
          explained
              .computeIfAbsent(code.substring(0, dot), _ -> new TreeSet<>())
              .add(Integer.parseInt(code.substring(dot + 1)));
        });
    assertEquals(explained, named);
  }
}
