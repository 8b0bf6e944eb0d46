package simwright.catalog.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import simwright.catalog.ApnSetting;
import simwright.catalog.CatalogCodes;
import simwright.document.WrittenFile;
import simwright.identity.Plmn;

/// Reads a person's own `operators.yaml`.
final class OperatorFile {
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading operators", CatalogCodes.BROKEN_RULES);
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "country",
          "networks",
          "iccids",
          "imsis",
          "apns",
          "from",
          "until",
          "priceTier",
          "minimumCommitment",
          "serviceLevels");

  private final WrittenFile file;

  private OperatorFile(WrittenFile file) {
    this.file = file;
  }

  static List<Operator> read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    JsonNode list = file.root().path("operators");
    if (!list.isArray()) {
      throw file.broken("/operators", "there is no list of operators");
    }
    OperatorFile reader = new OperatorFile(file);
    List<Operator> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      all.add(reader.operator("/operators/" + i, list.get(i)));
    }
    return List.copyOf(all);
  }

  private Operator operator(String at, JsonNode node) {
    node.properties().stream()
        .map(each -> each.getKey())
        .filter(each -> !KNOWN.contains(each))
        .findFirst()
        .ifPresent(each -> {
          throw file.broken(at + "/" + each, "'" + each + "' is not known here");
        });
    String name = node.path("name").asText("");
    if (name.isBlank()) {
      throw file.broken(at, "'name' is missing");
    }
    try {
      return new Operator(
          name,
          node.path("country").asText("").toUpperCase(Locale.ROOT),
          texts(node, "networks").stream().map(Plmn::parse).toList(),
          digits(at, node, "iccids"),
          digits(at, node, "imsis"),
          ApnSetting.read(String.join(";", texts(node, "apns"))),
          new Operator.Contract(
              day(node, "from"),
              day(node, "until"),
              node.path("priceTier").asText(""),
              node.path("minimumCommitment").asText(""),
              texts(node, "serviceLevels")));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw file.broken(at, String.valueOf(wrong.getMessage()));
    }
  }

  private List<String> digits(String at, JsonNode node, String name) {
    List<String> all = texts(node, name);
    if (!all.stream().allMatch(each -> each.matches("[0-9]{3,18}"))) {
      throw file.broken(at + "/" + name, "a beginning is 3 to 18 digits, in quotes");
    }
    return all;
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> all = new ArrayList<>();
    node.path(name).forEach(each -> all.add(each.asText()));
    return all;
  }

  private static Optional<LocalDate> day(JsonNode node, String name) {
    return Optional.of(node.path(name).asText(""))
        .filter(each -> !each.isEmpty())
        .map(LocalDate::parse);
  }
}
