package simwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simwright.fault.Fault;

/// Schema and reader agree: what the one lets pass the other can read, and every fact has evidence.
class ProfileSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private final ProfileSchema schema = ProfileSchema.shipped();

  static List<String> files() {
    return ShippedFiles.names();
  }

  static String text(String file) {
    return HardwareProfiles.resource("/hardware-profiles/" + file);
  }

  @TestFactory
  Stream<DynamicTest> everyShippedProfileIsAsTheSchemaSays() {
    return files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file,
                () -> {
                  JsonNode root = ProfileText.of(text(file), file).root();
                  assertEquals(Optional.empty(), schema.check(root));
                  assertEquals(file.replace(".yaml", ""), root.path("name").asText());
                }));
  }

  /// Whatever is taken out of a shipped profile, or replaced by something of another kind, is
  /// refused by the schema or read by the reader; nothing falls between.
  @TestFactory
  Stream<DynamicTest> whatTheSchemaLetsPassTheReaderCanRead() {
    return files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file,
                () -> {
                  int refused = 0;
                  int read = 0;
                  for (JsonNode mutant : mutants(YAML.readTree(text(file)))) {
                    if (schema.check(mutant).isPresent()) {
                      refused++;
                    } else {
                      read += readable(mutant, file) ? 1 : 0;
                    }
                  }
                  assertTrue(refused > 100 && read > 10, refused + " refused, " + read + " read");
                }));
  }

  /// Expressions are what the reader alone can judge.
  private static boolean readable(JsonNode mutant, String file) {
    try {
      return !ProfileReader.profile(ProfileText.of(mutant, file)).facts().isEmpty();
    } catch (Fault fault) {
      assertTrue(fault.evidence().orElse("").contains("identify."), fault.toString());
      return false;
    }
  }

  @Test
  void everyFactSaysHowWellItIsKnown() {
    Set<Evidence> seen = new HashSet<>();
    for (String file : files()) {
      HardwareProfile profile = ProfileReader.read(text(file), file);
      profile.facts().forEach(fact -> seen.add(fact.evidence()));
      for (String slot : profile.commands().keySet()) {
        assertTrue(profile.evidence("commands." + slot).isPresent(), file + " " + slot);
      }
      for (String unit : profile.units().formulas().keySet()) {
        assertTrue(profile.evidence("units." + unit).isPresent(), file + " " + unit);
      }
      assertEquals(
          profile.usb().size(),
          profile.facts().stream().filter(fact -> fact.place().startsWith("usb.")).count(),
          file);
    }
    assertEquals(Set.of(Evidence.values()), seen);
  }

  @Test
  void aSourceThatIsNamedIsExplainedInTheHead() {
    for (String file : files()) {
      for (Fact fact : ProfileReader.read(text(file), file).facts()) {
        for (String source : fact.source().isEmpty() ? new String[0] : fact.source().split(" ")) {
          assertTrue(text(file).contains("#   " + source + ": "), file + " " + source);
        }
      }
    }
  }

  private static List<JsonNode> mutants(JsonNode root) {
    List<JsonNode> all = new ArrayList<>();
    for (String pointer : pointers("", root, new ArrayList<>())) {
      for (JsonNode other :
          List.of(
              YAML.missingNode(),
              TextNode.valueOf("?"),
              YAML.createArrayNode(),
              YAML.createObjectNode(),
              YAML.getNodeFactory().numberNode(-1))) {
        all.add(mutant(root, pointer, other));
      }
    }
    return all;
  }

  private static JsonNode mutant(JsonNode root, String pointer, JsonNode other) {
    JsonNode copy = root.deepCopy();
    int slash = pointer.lastIndexOf('/');
    String last = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    switch (copy.at(pointer.substring(0, slash))) {
      case ObjectNode parent when other.isMissingNode() -> parent.remove(last);
      case ObjectNode parent -> parent.set(last, other);
      case ArrayNode parent when other.isMissingNode() -> parent.remove(Integer.parseInt(last));
      case ArrayNode parent -> parent.set(Integer.parseInt(last), other);
      default -> throw new AssertionError(pointer);
    }
    return copy;
  }

  private static List<String> pointers(String at, JsonNode node, List<String> all) {
    if (!at.isEmpty()) {
      all.add(at);
    }
    node.properties()
        .forEach(each ->
            pointers(
                at + "/" + each.getKey().replace("~", "~0").replace("/", "~1"),
                each.getValue(),
                all));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers(at + "/" + i, node.get(i), all);
    }
    return all;
  }
}
