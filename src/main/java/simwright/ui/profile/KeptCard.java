package simwright.ui.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// What an eUICC said of itself when a bundle was made: nothing can be asked or done any more. The
/// text is somebody else's file; what is not there, or no text, is left out. `why` is told where
/// the bundle has no such reading.
public record KeptCard(Instant made, Optional<String> read, String why) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The facts in sections, as those of a card that answers.
  List<EuiccFacts.Section> sections() {
    Optional<JsonNode> card = read.flatMap(KeptCard::parsed);
    return card.map(KeptCard::sections).orElse(List.of());
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static List<EuiccFacts.Section> sections(JsonNode card) {
    return Stream.of(
            section("euicc.identity", identity(card)),
            section("euicc.memory", memory(card)),
            section("euicc.versions", versions(card)),
            section(
                "euicc.capabilities",
                Stream.of(
                    all("euicc.uicc", card.path("capabilities"), ", "),
                    all("euicc.rsp", card.path("provisioningCapabilities"), ", "))),
            section(
                "euicc.roots",
                Stream.of(
                    all("euicc.verifies", card.path("roots"), "\n"),
                    all("euicc.signs", card.path("signingRoots"), "\n"))),
            section(
                "euicc.addresses",
                Stream.of(
                    said("euicc.smdp", card.path("defaultServer")),
                    said("euicc.smds", card.path("discoveryServer")),
                    all("euicc.smds.further", card.path("furtherDiscoveryServers"), "\n"))),
            section("euicc.rules", rules(card)),
            section("euicc.kept.changes", changes(card)))
        .filter(section -> !section.facts().isEmpty())
        .toList();
  }

  private static EuiccFacts.Section section(String key, Stream<EuiccFacts.Fact> facts) {
    return new EuiccFacts.Section(
        Text.of(key), facts.filter(fact -> !fact.value().isEmpty()).toList());
  }

  private static Stream<EuiccFacts.Fact> identity(JsonNode card) {
    return Stream.of(
        said("id.eid", card.path("eid")),
        said("euicc.maker", card.path("manufacturer")),
        fact(Text.of("euicc.way"), EuiccFacts.way(text(card.path("way"))), ""),
        said("euicc.category", card.path("category")),
        said("euicc.platform", card.path("platformLabel")));
  }

  private static Stream<EuiccFacts.Fact> memory(JsonNode card) {
    return Stream.of(
        bytes("euicc.free", card.path("freeBytes")),
        bytes("euicc.free.volatile", card.path("freeVolatileBytes")),
        said("euicc.applications", card.path("applications")),
        said("euicc.profiles", card.path("profiles")),
        said("euicc.kept.notifications", card.path("notifications")));
  }

  private static Stream<EuiccFacts.Fact> versions(JsonNode card) {
    return Stream.of(
        said("euicc.svn", card.path("version")),
        said("euicc.packages", card.path("profilePackageVersion")),
        said("fact.firmware", card.path("firmware")),
        said("euicc.javacard", card.path("javaCardVersion")),
        said("euicc.global-platform", card.path("globalPlatformVersion")),
        said("euicc.protection", card.path("protectionProfileVersion")),
        said("euicc.sas", card.path("accreditation")));
  }

  private static Stream<EuiccFacts.Fact> rules(JsonNode card) {
    List<EuiccFacts.Fact> facts = new ArrayList<>();
    for (JsonNode rule : card.path("rules")) {
      String owners = String.join(", ", texts(rule.path("owners")));
      facts.add(
          fact(
              Text.format("euicc.rule", facts.size() + 1),
              ruled(rule),
              Text.format(
                  rule.path("consent").asBoolean() ? "euicc.rule.consent" : "euicc.rule.plain",
                  DeviceText.literal(owners))));
    }
    if (card.path("forbiddenRules").isObject()) {
      facts.add(fact(Text.of("euicc.forbidden"), ruled(card.path("forbiddenRules")), ""));
    }
    return facts.stream();
  }

  private static String ruled(JsonNode rules) {
    List<String> words = new ArrayList<>();
    if (rules.path("operatorMayChange").asBoolean()) {
      words.add(Text.of("euicc.rule.control"));
    }
    if (rules.path("mayNotDisable").asBoolean()) {
      words.add(Text.of("profile.rule.disable"));
    }
    if (rules.path("mayNotDelete").asBoolean()) {
      words.add(Text.of("profile.rule.delete"));
    }
    return words.isEmpty() ? Text.of("euicc.none") : String.join(", ", words);
  }

  private static Stream<EuiccFacts.Fact> changes(JsonNode card) {
    String since = text(card.path("previousReading"));
    return since.isEmpty()
        ? Stream.empty()
        : Stream.of(
            fact(
                Text.format("euicc.kept.since", DeviceText.literal(since)),
                texts(card.path("changes")).isEmpty()
                    ? Text.of("euicc.none")
                    : String.join("\n", texts(card.path("changes"))),
                ""));
  }

  private static EuiccFacts.Fact said(String key, JsonNode value) {
    return fact(Text.of(key), text(value), "");
  }

  private static EuiccFacts.Fact all(String key, JsonNode list, String between) {
    return fact(Text.of(key), String.join(between, texts(list)), "");
  }

  private static EuiccFacts.Fact bytes(String key, JsonNode value) {
    return fact(Text.of(key), value.isIntegralNumber() ? EuiccFacts.bytes(value.asLong()) : "", "");
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(_ -> list.isArray())
        .map(KeptCard::text)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  private static EuiccFacts.Fact fact(String name, String value, String meaning) {
    return EuiccFacts.fact(name, value, meaning);
  }
}
