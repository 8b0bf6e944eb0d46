package simwright.failover.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.document.Schema;
import simwright.document.WrittenFile;
import simwright.identity.Plmn;

/// Reads a policy; what its schema objects to is refused with the line.
final class PolicyReader {
  static final Schema SCHEMA =
      new Schema(
          "/simwright/schema/cli/failover-policy.schema.json",
          "a policy has policy, regions, triggers and rules");
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading a policy", PolicyCodes.BROKEN_POLICY);
  private static final long MEGABYTE = 1_000_000;

  private final JsonNode root;

  private PolicyReader(JsonNode root) {
    this.root = root;
  }

  static PolicyFile read(String text, String where, boolean own) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    file.hold(SCHEMA);
    Policy policy = new PolicyReader(file.root()).policy();
    return new PolicyFile(policy, file, own, new PolicyLint(file, policy).findings());
  }

  private Policy policy() {
    return new Policy(
        root.path("policy").asText(),
        root.path("about").asText(""),
        Optional.ofNullable(root.path("assume").textValue()),
        regions(),
        signs(),
        holds(root.path("hold")),
        root.path("switches").path("per-hour").asInt(6),
        root.path("switches").path("per-day").asInt(20),
        keep(root.path("keep")),
        rules());
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (JsonNode each : root.path("regions")) {
      Map<String, List<String>> countries = new LinkedHashMap<>();
      each.path("countries")
          .properties()
          .forEach(country -> countries.put(country.getKey(), texts(country.getValue())));
      regions.add(
          new Region(
              each.path("region").asText(),
              countries,
              texts(each.path("operators")).stream().map(Plmn::parse).toList(),
              RoamingRule.of(each.path("roaming").asText()).orElse(RoamingRule.ASK)));
    }
    return regions;
  }

  private List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : root.path("triggers").properties()) {
      Trigger trigger = Trigger.of(each.getKey()).orElseThrow();
      JsonNode node = each.getValue();
      Optional<Long> from =
          number(node.path("above"))
              .or(() -> number(node.path("below-megabytes")).map(value -> value * MEGABYTE));
      signs.add(
          new Sign(
              trigger,
              Duration.ofSeconds(node.path("for").asLong(0)),
              from,
              number(node.path("until")),
              texts(node.path("causes"))));
    }
    return signs;
  }

  private static Holds holds(JsonNode node) {
    return new Holds(
        seconds(node, "settle", 20),
        seconds(node, "after-switch", 300),
        seconds(node, "switching", 300),
        seconds(node, "proving", 120),
        seconds(node, "retry", 1800),
        seconds(node, "fail-back", 1800));
  }

  private static Duration seconds(JsonNode node, String field, long usual) {
    return Duration.ofSeconds(node.path(field).asLong(usual));
  }

  private static Keep keep(JsonNode node) {
    return new Keep(
        node.path("viable").asInt(2),
        node.path("staged").asInt(1),
        node.path("fallback").asInt(1),
        node.path("days").asInt(14),
        node.path("megabytes").asLong(20) * MEGABYTE,
        node.path("fallback-megabytes").asLong(5) * MEGABYTE);
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode each : root.path("rules")) {
      Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
      texts(each.path("when")).forEach(text -> triggers.add(Trigger.of(text).orElseThrow()));
      Set<Coverage> coverages = EnumSet.noneOf(Coverage.class);
      texts(each.path("coverage")).forEach(text -> coverages.add(Coverage.of(text).orElseThrow()));
      Set<Use> uses = EnumSet.noneOf(Use.class);
      texts(each.path("use")).forEach(text -> uses.add(Use.of(text).orElseThrow()));
      rules.add(
          new Rule(
              each.path("rule").asText(),
              triggers.isEmpty() ? EnumSet.allOf(Trigger.class) : triggers,
              new LinkedHashSet<>(texts(each.path("regions"))),
              coverages,
              uses));
    }
    return rules;
  }

  private static Optional<Long> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asLong()) : Optional.empty();
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }
}
