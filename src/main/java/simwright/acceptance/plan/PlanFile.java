package simwright.acceptance.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
record PlanFile(String where, String text, LocatedYaml yaml) {
  private static final int SHOWN = 5;

  /// Reads YAML; throws `acceptance/broken-plan`.
  static PlanFile read(String text, String where) {
    try {
      return new PlanFile(where, text, LocatedYaml.read(text));
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1);
      throw broken(
          where, line, e.getOriginalMessage().lines().findFirst().orElse("this is not YAML"), e);
    } catch (IOException e) {
      throw broken(where, 1, String.valueOf(e.getMessage()), e);
    }
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
