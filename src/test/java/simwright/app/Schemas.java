package simwright.app;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import simwright.cli.SchemaCommand;

/// The published schemas of what commands print, and what does not fit them.
final class Schemas {
  private Schemas() {}

  /// What is wrong with a document that a schema of this name describes.
  static Set<ValidationMessage> wrong(String name, String document) {
    return schema(name).validate(document, InputFormat.JSON);
  }

  /// What is wrong with what a command has printed; the first words are its name.
  static Set<ValidationMessage> printed(List<String> words, String document) {
    for (int count = words.size(); count > 0; count--) {
      String name = String.join("-", words.subList(0, count));
      if (name.matches("[a-z0-9-]+") && SchemaCommand.schema(name).isPresent()) {
        return wrong(name, document);
      }
    }
    throw new AssertionError("no schema for " + words);
  }

  static String text(String name) {
    return SchemaCommand.schema(name)
        .orElseThrow(() -> new AssertionError("write schema/cli/" + name + ".schema.json"));
  }

  private static JsonSchema schema(String name) {
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(text(name), config);
  }
}
