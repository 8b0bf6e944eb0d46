package simwright.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// A YAML file that a person wrote, while it is read: every refusal names it, the line and the
/// reason.
public record WrittenFile(Reading reading, String where, String text, LocatedYaml yaml) {
  private static final int SHOWN = 5;

  /// What is read, in words ("reading a plan"), and the code of what is wrong with it.
  public record Reading(String doing, FaultCode broken) {}

  /// Reads YAML; throws the reading's fault.
  public static WrittenFile read(Reading reading, String text, String where) {
    try {
      return new WrittenFile(reading, where, text, LocatedYaml.read(text));
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1);
      String why = e.getOriginalMessage().lines().findFirst().orElse("this is not YAML");
      throw broken(reading, where, line, why, e);
    } catch (IOException e) {
      throw broken(reading, where, 1, String.valueOf(e.getMessage()), e);
    }
  }

  /// The whole of it.
  public JsonNode root() {
    return yaml.root();
  }

  /// Throws what a schema objects to.
  public void hold(Schema schema) {
    List<Schema.Objection> objections = schema.objections(yaml.root());
    if (!objections.isEmpty()) {
      String why =
          objections.stream()
              .sorted(Comparator.comparing(each -> yaml.line(each.pointer())))
              .limit(SHOWN)
              .map(each -> "line " + yaml.line(each.pointer()) + ": " + each.why())
              .collect(Collectors.joining("; "));
      throw new Fault(reading.broken(), reading.doing(), where, why, null);
    }
  }

  /// What is wrong at a place, a JSON pointer.
  public Fault broken(String pointer, String why) {
    return broken(reading, where, yaml.line(pointer), why, null);
  }

  /// The SHA-256 of its text in UTF-8, in hexadecimal.
  public String sha256() {
    return sha256(text);
  }

  /// The same of any text.
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fault broken(
      Reading reading, String where, int line, String why, @Nullable Throwable cause) {
    return new Fault(reading.broken(), reading.doing(), where, "line " + line + ": " + why, cause);
  }
}
