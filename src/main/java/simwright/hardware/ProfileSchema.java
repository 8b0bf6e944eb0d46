package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The JSON schema that stands beside the shipped profiles. A person's own profiles are held
/// against it when they are read, the shipped ones by a test.
final class ProfileSchema {
  /// The name of its resource.
  static final String FILE = "hardware-profile.schema.json";

  private final JsonSchema schema;

  /// From the schema's text.
  ProfileSchema(String text) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, config);
  }

  /// The one that is shipped.
  static ProfileSchema shipped() {
    return new ProfileSchema(HardwareProfiles.resource("/hardware-profiles/" + FILE));
  }

  /// What is wrong first, by its place in the text.
  Optional<Violation> check(JsonNode profile) {
    return schema.validate(profile).stream()
        .map(ProfileSchema::violation)
        .min(Comparator.comparing(Violation::pointer).thenComparing(Violation::reason));
  }

  /// What is wrong at a place.
  record Violation(String pointer, String reason) {}

  private static Violation violation(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    String property = message.getProperty();
    boolean child = property != null && !message.getType().equals("required");
    String text = message.getMessage();
    String reason = text.startsWith(pointer + ": ") ? text.substring(pointer.length() + 2) : text;
    String place = pointer.isEmpty() ? "the profile" : pointer.substring(1).replace('/', '.');
    return new Violation(child ? pointer + "/" + property : pointer, place + ": " + reason);
  }
}
