package simwright.acceptance.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;

/// A file of a plan or of limits while it is read: every refusal names it, the line and the reason.
record PlanFile(String where, String text, LocatedYaml yaml, Optional<Path> folder) {
  private static final int SHOWN = 5;
  private static final String PICTURE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(?i:png|jpe?g)";

  /// Reads YAML; throws `acceptance/broken-plan`.
  static PlanFile read(String text, String where) {
    try {
      return new PlanFile(where, text, LocatedYaml.read(text), Optional.empty());
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1);
      throw broken(
          where, line, e.getOriginalMessage().lines().findFirst().orElse("this is not YAML"), e);
    } catch (IOException e) {
      throw broken(where, 1, String.valueOf(e.getMessage()), e);
    }
  }

  /// The same of a file in a folder, where its pictures lie.
  PlanFile in(Path lies) {
    return new PlanFile(where, text, yaml, Optional.of(lies));
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

  /// The whole of it.
  JsonNode root() {
    return yaml.root();
  }

  /// Throws what a schema objects to.
  void hold(PlanSchema schema) {
    List<PlanSchema.Objection> objections = schema.objections(yaml.root());
    if (!objections.isEmpty()) {
      String why =
          objections.stream()
              .sorted(Comparator.comparing(each -> yaml.line(each.pointer())))
              .limit(SHOWN)
              .map(each -> "line " + yaml.line(each.pointer()) + ": " + each.why())
              .collect(Collectors.joining("; "));
      throw new Fault(PlanCodes.BROKEN_PLAN, "reading a plan", where, why, null);
    }
  }

  /// What is wrong at a place.
  Fault broken(String pointer, String why) {
    return broken(where, yaml.line(pointer), why, null);
  }

  /// The SHA-256 of its text in UTF-8.
  String sha256() {
    return sha256(text);
  }

  /// The same of any text.
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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

  private static Fault broken(String where, int line, String why, @Nullable Throwable cause) {
    return new Fault(
        PlanCodes.BROKEN_PLAN, "reading a plan", where, "line " + line + ": " + why, cause);
  }
}
