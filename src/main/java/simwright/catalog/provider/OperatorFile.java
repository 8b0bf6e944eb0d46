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
  private static final Set<String> VARIED = Set.of("name", "iccids", "imsis", "tariffs", "apns");
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "country",
          "networks",
          "iccids",
          "imsis",
          "apns",
          "variations",
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
    String name = name(at, node, KNOWN);
    try {
      return new Operator(
          name,
          node.path("country").asText("").toUpperCase(Locale.ROOT),
          texts(node, "networks").stream().map(Plmn::parse).toList(),
          digits(at, node, "iccids"),
          digits(at, node, "imsis"),
          apns(node),
          variations(at, node.path("variations")),
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

  /// The name of an entry that has no fields but known ones.
  private String name(String at, JsonNode node, Set<String> known) {
    node.properties().stream()
        .map(each -> each.getKey())
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(each -> {
          throw file.broken(at + "/" + each, "'" + each + "' is not known here");
        });
    String name = node.path("name").asText("");
    if (name.isBlank()) {
      throw file.broken(at, "'name' is missing");
    }
    return name;
  }

  private List<Operator.Variation> variations(String at, JsonNode list) {
    List<Operator.Variation> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String here = at + "/variations/" + i;
      JsonNode node = list.get(i);
      String name = name(here, node, VARIED);
      List<ApnSetting> apns = apns(node);
      if (apns.isEmpty()) {
        throw file.broken(here, "'apns' is missing");
      }
      all.add(
          new Operator.Variation(
              name,
              digits(here, node, "iccids"),
              digits(here, node, "imsis"),
              texts(node, "tariffs"),
              apns));
    }
    return all;
  }

  private static List<ApnSetting> apns(JsonNode node) {
    return ApnSetting.read(String.join(";", texts(node, "apns")));
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
