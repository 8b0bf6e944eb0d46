package simwright.document;

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
import org.jspecify.annotations.Nullable;

/// A published JSON schema (2020-12) of a kind of file, and what it says of one.
public final class Schema {
  private final String resource;
  private final String shape;

  /// Made when the first file that is not ours is read, as that takes a while.
  private @Nullable JsonSchema compiled;

  /// The schema of a resource; `shape` says in words what a file must be at least.
  public Schema(String resource, String shape) {
    this.resource = resource;
    this.shape = shape;
  }

  /// An objection: where, as a JSON pointer, and why.
  public record Objection(String pointer, String why) {}

  /// The schema as published.
  public String text() {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized JsonSchema schema() {
    JsonSchema known = compiled;
    if (known == null) {
      known =
          JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(
                  text(),
                  SchemaValidatorsConfig.builder()
                      .pathType(PathType.JSON_POINTER)
                      .locale(Locale.ENGLISH)
                      .build());
      compiled = known;
    }
    return known;
  }

  /// All objections, in the order of their places.
  public List<Objection> objections(JsonNode file) {
    List<Objection> found = new ArrayList<>();
    for (ValidationMessage message : schema().validate(file)) {
      found.add(objection(message));
    }
    found.sort(Comparator.comparing(Objection::pointer).thenComparing(Objection::why));
    return List.copyOf(found);
  }

  /// In words for a person who never saw a schema; a property too many is found where it stands.
  private Objection objection(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    if (pointer.isEmpty() && message.getType().equals("type")) {
      return new Objection("", shape);
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
