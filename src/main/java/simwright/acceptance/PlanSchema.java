package simwright.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The published JSON schema of plans, and what it says of one.
public final class PlanSchema {
  private static final String PATH = "/simwright/plans/plan.schema.json";

  private PlanSchema() {}

  /// An objection: where, as a JSON pointer, and why.
  record Objection(String pointer, String why) {}

  /// The schema as published.
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(PlanSchema.class.getResourceAsStream(PATH), PATH)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Made when the first plan that is not ours is read, as that takes a while.
  private static final class Compiled {
    private static final JsonSchema SCHEMA =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                text(),
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build());
  }

  /// All objections, in the order of their places.
  static List<Objection> objections(JsonNode plan) {
    List<Objection> found = new ArrayList<>();
    for (ValidationMessage message : Compiled.SCHEMA.validate(plan)) {
      found.add(objection(message));
    }
    found.sort(Comparator.comparing(Objection::pointer).thenComparing(Objection::why));
    return List.copyOf(found);
  }

  /// In words for a person who never saw a schema; a property too many is found where it stands.
  private static Objection objection(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    if (pointer.isEmpty() && message.getType().equals("type")) {
      return new Objection("", "a plan has name, title and main");
    }
    String property = Objects.requireNonNullElse(message.getProperty(), "");
    if (message.getType().equals("additionalProperties")) {
      String at = pointer + JsonPointer.empty().appendProperty(property);
      return new Objection(at, "'" + property + "' is not known here");
    }
    if (message.getType().equals("required")) {
      return new Objection(pointer, "'" + property + "' is missing");
    }
    String named = pointer + ": ";
    String why = message.getMessage();
    String bare = why.startsWith(named) ? why.substring(named.length()) : why;
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    return new Objection(pointer, field.matches("[0-9]*") ? bare : field + ": " + bare);
  }
}
