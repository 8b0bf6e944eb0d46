package simwright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What a designer edits: short FXML without words or colours of its own, and words that all exist
/// and are all used.
class ScreenTextTest {
  private static final Path FXML = Path.of("fxml");
  private static final int LINES = 110;
  private static final Set<String> WORDS =
      Set.of(
          "text", "promptText", "accessibleText", "accessibleHelp", "title", "headerText", "label");
  private static final Pattern KEY_IN_FXML = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern ASKED =
      Pattern.compile("\\bText\\.(?:of|format)\\(\\s*\"([^\"]+)\"\\s*[,)]");

  /// The start of keys that end in a value's own name: `Text.of("verdict." + name)`.
  private static final Pattern FAMILY =
      Pattern.compile("\\bText\\.(?:of|format)\\(\\s*\"([^\"]+\\.)\"\\s*\\+");

  @Test
  void fxmlFilesAreShort() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : Sources.files(FXML, ".fxml")) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES) {
        broken.add(file + " has " + lines + " lines");
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void fxmlHoldsNoWordsAndNoStyle() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path file : Sources.files(FXML, ".fxml")) {
      elements(file).forEach(element -> broken.addAll(literals(file, element)));
    }
    assertEquals(List.of(), broken, "words belong into fxml/text, styles into fxml/theme");
  }

  @Test
  void everyKeyThatIsUsedExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path file : Sources.files(FXML, ".fxml")) {
      missing.addAll(found(KEY_IN_FXML, Files.readString(file)));
    }
    for (Path file : Sources.files(Sources.MAIN, ".java")) {
      missing.addAll(found(ASKED, Files.readString(file)));
    }
    missing.removeAll(keys());
    assertEquals(Set.of(), missing, "keys without words in fxml/text");
  }

  @Test
  void everyKeyThatExistsIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(keys());
    for (Path file : Sources.files(FXML, ".fxml")) {
      unused.removeAll(found(KEY_IN_FXML, Files.readString(file)));
    }
    for (Path file : Sources.files(Sources.MAIN, ".java")) {
      String text = Files.readString(file);
      unused.removeAll(found(LITERAL, text));
      Set<String> families = found(FAMILY, text);
      unused.removeIf(key -> families.stream().anyMatch(key::startsWith));
    }
    assertEquals(Set.of(), unused, "words in fxml/text that nothing shows");
  }

  @Test
  void wordsAndStylesOfItsOwnAreFound(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.fxml"),
            """
            <VBox><Label text="Hello"/><Label text="%hello"/><Label style="-fx-fill: red"/>
            <Label text="${controller.words}"/><Tooltip>words</Tooltip></VBox>
            """);
    List<String> broken = new ArrayList<>();
    elements(file).forEach(element -> broken.addAll(literals(file, element)));
    assertEquals(3, broken.size(), broken::toString);
  }

  private static Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : Sources.files(FXML.resolve("text"), ".properties")) {
      Properties words = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        words.load(reader);
      }
      keys.addAll(words.stringPropertyNames());
    }
    return keys;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Stream<Element> elements(Path file)
      throws IOException, SAXException, ParserConfigurationException {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    var nodes = document.getElementsByTagName("*");
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> (Element) nodes.item(i));
  }

  private static List<String> literals(Path file, Element element) {
    List<String> broken = new ArrayList<>();
    String at = file + " <" + element.getTagName() + "> ";
    for (String word : WORDS) {
      String value = element.getAttribute(word);
      if (!value.isEmpty() && !value.startsWith("%") && !value.startsWith("$")) {
        broken.add(at + word + "=\"" + value + "\"");
      }
    }
    if (element.hasAttribute("style")) {
      broken.add(at + "has an inline style");
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
        broken.add(at + "holds text: " + node.getNodeValue().strip());
      }
    }
    return broken;
  }
}
