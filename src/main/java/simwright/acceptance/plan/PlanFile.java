package simwright.acceptance.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// A file of a plan or of limits while it is read, and the folder in which it lies.
record PlanFile(WrittenFile file, Optional<Path> folder) {
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading a plan", PlanCodes.BROKEN_PLAN);
  private static final String PICTURE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(?i:png|jpe?g)";

  /// Reads YAML; throws `acceptance/broken-plan`.
  static PlanFile read(String text, String where) {
    return new PlanFile(WrittenFile.read(READING, text, where), Optional.empty());
  }

  /// The same of a file in a folder, where its pictures lie.
  PlanFile in(Path lies) {
    return new PlanFile(file, Optional.of(lies));
  }

  /// The path of a picture that lies beside it; its name where nobody knows where that is, as while
  /// a plan is typed.
  String beside(String name, String pointer) {
    if (!name.matches(PICTURE)) {
      throw broken(pointer, "a picture is a PNG or JPEG file beside the plan, not '" + name + "'");
    }
    Optional<Path> lies = folder.map(each -> each.resolve(name));
    if (lies.isPresent() && !Files.isRegularFile(lies.get())) {
      throw broken(pointer, "there is no picture '" + name + "' beside the plan");
    }
    return lies.map(Path::toString).orElse(name);
  }

  /// Where it lies.
  String where() {
    return file.where();
  }

  /// Its text as it was read.
  String text() {
    return file.text();
  }

  /// The whole of it.
  JsonNode root() {
    return file.root();
  }

  /// Throws what a schema objects to.
  void hold(PlanSchema schema) {
    file.hold(schema.schema());
  }

  /// What is wrong at a place.
  Fault broken(String pointer, String why) {
    return file.broken(pointer, why);
  }

  /// The SHA-256 of its text in UTF-8.
  String sha256() {
    return file.sha256();
  }

  static Duration seconds(JsonNode node, Duration otherwise) {
    return node.isNumber() ? Duration.ofMillis((long) (node.asDouble() * 1000)) : otherwise;
  }

  static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    if (nodes.isArray()) {
      nodes.forEach(each -> texts.add(each.asText()));
    } else if (nodes.isValueNode() && !nodes.isNull()) {
      texts.add(nodes.asText());
    }
    return List.copyOf(texts);
  }
}
