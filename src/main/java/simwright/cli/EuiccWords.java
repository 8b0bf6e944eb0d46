package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.CardCertificate;
import simwright.euicc.EimConfiguration;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.Manufacturer;
import simwright.euicc.PolicyRules;
import simwright.identity.Identifier;
import simwright.lpa.CardReading;

/// What `euicc info` prints of a card, for people and for programs.
final class EuiccWords {
  private EuiccWords() {}

  /// For people.
  static List<String> lines(CardReading reading) {
    EuiccInfo2 info = reading.info();
    List<String> lines = new ArrayList<>();
    lines.add("eid: " + reading.eid().value() + check(reading));
    lines.add(
        "made by: "
            + Manufacturer.of(reading.eid())
                .map(maker -> maker.name() + ", " + maker.country())
                .orElse("unknown, EID begins with " + reading.eid().value().substring(0, 8)));
    lines.add("SGP.22 version: " + info.svn() + ", profile packages " + info.profileVersion());
    lines.add("firmware: " + info.firmware());
    info.ts102241Version().ifPresent(version -> lines.add("UICC API (TS 102 241): " + version));
    info.globalPlatformVersion().ifPresent(version -> lines.add("GlobalPlatform: " + version));
    if (!info.protectionProfileVersion().isEmpty()) {
      lines.add("protection profile: " + info.protectionProfileVersion());
    }
    info.platformLabel().ifPresent(label -> lines.add("platform: " + label));
    lines.add(
        "free: "
            + info.memory().freeNonVolatile()
            + " bytes, "
            + info.memory().freeVolatile()
            + " bytes volatile; "
            + info.memory().applications()
            + " applications");
    info.category()
        .ifPresent(category -> lines.add("category: " + ProbeNode.lower(category.name())));
    lines.add("profiles may use: " + String.join(", ", info.uiccCapabilities()));
    lines.add("remote provisioning: " + String.join(", ", info.rspCapabilities()));
    lines.add("trusts servers under: " + String.join(", ", info.verifiesWith()));
    lines.add("own certificate leads to: " + String.join(", ", info.signsUnder()));
    lines.add("default server: " + reading.addresses().defaultSmdp().orElse("none"));
    lines.add("discovery server: " + reading.addresses().rootSmds().orElse("none"));
    reading
        .addresses()
        .furtherSmds()
        .forEach(each -> lines.add("further discovery server: " + each));
    reading
        .rules()
        .forEach(rule ->
            lines.add(
                "rules allowed: "
                    + rules(rule.rules())
                    + " for profiles of "
                    + String.join(", ", rule.ownerCodes())
                    + (rule.consentNeeded() ? ", with consent" : "")));
    lines.add("rules forbidden: " + rules(info.forbiddenRules()));
    lines.add("profiles: " + reading.profiles().size());
    lines.add("notifications waiting: " + reading.notifications().size());
    lines.add("accreditation: " + info.sasAccreditation());
    reading
        .iot()
        .managers()
        .forEach(eim ->
            lines.add(
                "managed by: eIM "
                    + eim.id()
                    + eim.address().map(host -> " at " + host).orElse("")
                    + ", last order "
                    + eim.counter()));
    reading
        .iot()
        .certificates()
        .forEach(each -> lines.add("certificate: " + each.subject() + ", until " + each.until()));
    String tried = String.join("; ", reading.tried());
    lines.add("reached by: " + reading.way() + (tried.isEmpty() ? "" : ", after " + tried));
    changes(lines, reading.changes());
    return lines;
  }

  private static void changes(List<String> lines, CardReading.Changes changes) {
    changes
        .since()
        .ifPresentOrElse(
            at -> {
              if (changes.words().isEmpty()) {
                lines.add("unchanged since: " + at);
              }
              changes.words().forEach(each -> lines.add("changed since " + at + ": " + each));
            },
            () -> lines.add("changed: not known, the card was not read here before"));
  }

  private static String check(CardReading reading) {
    return reading.eid().check() == Identifier.Check.RIGHT ? "" : "  (check digits are wrong)";
  }

  /// What the rules of a profile say, in words.
  static String rules(PolicyRules rules) {
    List<String> words = new ArrayList<>();
    if (rules.updateControl()) {
      words.add("operator may change rules");
    }
    if (rules.mayNotDisable()) {
      words.add("may not be disabled");
    }
    if (rules.mayNotDelete()) {
      words.add("may not be deleted");
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /// For programs.
  static Map<String, Object> node(CardReading reading) {
    EuiccInfo2 info = reading.info();
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("eid", reading.eid().value());
    node.put("eidCheck", ProbeNode.lower(reading.eid().check().name()));
    node.put("version", info.svn());
    node.put("profilePackageVersion", info.profileVersion());
    node.put("firmware", info.firmware());
    node.put("freeBytes", info.memory().freeNonVolatile());
    node.put("freeVolatileBytes", info.memory().freeVolatile());
    node.put("applications", info.memory().applications());
    node.put("category", info.category().map(each -> ProbeNode.lower(each.name())).orElse(null));
    node.put("javaCardVersion", nullable(info.ts102241Version()));
    node.put("globalPlatformVersion", nullable(info.globalPlatformVersion()));
    node.put("protectionProfileVersion", info.protectionProfileVersion());
    node.put("platformLabel", nullable(info.platformLabel()));
    node.put("roots", info.verifiesWith());
    node.put("signingRoots", info.signsUnder());
    node.put("defaultServer", nullable(reading.addresses().defaultSmdp()));
    node.put("discoveryServer", nullable(reading.addresses().rootSmds()));
    node.put("furtherDiscoveryServers", reading.addresses().furtherSmds());
    node.put("accreditation", info.sasAccreditation());
    node.put("profiles", reading.profiles().size());
    node.put("notifications", reading.notifications().size());
    node.put("manufacturer", Manufacturer.of(reading.eid()).map(Manufacturer::name).orElse(null));
    node.put("capabilities", info.uiccCapabilities());
    node.put("provisioningCapabilities", info.rspCapabilities());
    node.put("rules", reading.rules().stream().map(EuiccWords::rule).toList());
    node.put("forbiddenRules", rules(info.forbiddenRules(), new LinkedHashMap<>()));
    node.put("managers", reading.iot().managers().stream().map(EuiccWords::manager).toList());
    node.put(
        "certificates",
        reading.iot().certificates().stream().map(EuiccWords::certificate).toList());
    node.put("previousReading", reading.changes().since().map(Object::toString).orElse(null));
    node.put("changes", reading.changes().words());
    node.put("raw", info.raw().raw().hex());
    node.put("way", reading.way());
    node.put("tried", reading.tried());
    return node;
  }

  private static Map<String, Object> rules(PolicyRules rules, Map<String, Object> node) {
    node.put("operatorMayChange", rules.updateControl());
    node.put("mayNotDisable", rules.mayNotDisable());
    node.put("mayNotDelete", rules.mayNotDelete());
    return node;
  }

  private static Map<String, Object> rule(AuthorisationRule rule) {
    Map<String, Object> node = rules(rule.rules(), new LinkedHashMap<>());
    node.put("owners", rule.ownerCodes());
    node.put("consent", rule.consentNeeded());
    return node;
  }

  private static Map<String, Object> manager(EimConfiguration eim) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", eim.id());
    node.put("address", nullable(eim.address()));
    node.put("counter", eim.counter());
    return node;
  }

  private static Map<String, Object> certificate(CardCertificate each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("subject", each.subject());
    node.put("from", each.from().toString());
    node.put("until", each.until().toString());
    return node;
  }

  private static @Nullable String nullable(Optional<String> text) {
    return text.orElse(null);
  }
}
