package simwright.catalog.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.ProfileText;
import simwright.document.Csv;

/// Profiles as a file that can be imported again where it is identified.
public final class Outgoing {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private Outgoing() {}

  /// Writes them; identifiers are shortened unless it is for a reader who may have them.
  public static String text(List<CatalogProfile> profiles, Format format, boolean identified) {
    return switch (format) {
      case CSV -> csv(profiles, identified);
      case JSON -> tree(JSON, profiles, identified) + "\n";
      case YAML -> tree(YAML, profiles, identified);
    };
  }

  private static String csv(List<CatalogProfile> profiles, boolean identified) {
    StringBuilder csv = new StringBuilder();
    row(csv, Stream.of(Field.values()).map(Field::key).toList());
    profiles.forEach(each -> row(csv, ProfileText.cells(each, identified)));
    return csv.toString();
  }

  private static void row(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String tree(
      ObjectMapper mapper, List<CatalogProfile> profiles, boolean identified) {
    try {
      return mapper.writeValueAsString(
          Map.of(
              ProfileFile.HEAD,
              profiles.stream().map(each -> ProfileText.plain(each, identified)).toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("profiles that cannot be written", e);
    }
  }
}
