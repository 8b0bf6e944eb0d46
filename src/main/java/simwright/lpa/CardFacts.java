package simwright.lpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.EimConfiguration;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.PolicyRules;
import simwright.identity.Redactor;
import simwright.tlv.Octets;

/// What of a reading stands in the book to be compared with the next one: name and value, as the
/// book holds text. All that is decoded is among them, free memory too, which is other after each
/// profile: what is not compared cannot be called unchanged.
final class CardFacts {
  private CardFacts() {}

  static Map<String, String> of(CardReading reading) {
    EuiccInfo2 info = reading.info();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version", info.svn());
    facts.put("profile package version", info.profileVersion());
    facts.put("firmware", info.firmware());
    facts.put("free memory", info.memory().freeNonVolatile() + " bytes");
    facts.put("free volatile memory", info.memory().freeVolatile() + " bytes");
    facts.put("applications", String.valueOf(info.memory().applications()));
    facts.put("UICC API (TS 102 241)", info.ts102241Version().orElse(""));
    facts.put("GlobalPlatform", info.globalPlatformVersion().orElse(""));
    facts.put("category", info.category().map(Enum::name).orElse(""));
    facts.put("protection profile", info.protectionProfileVersion());
    facts.put("accreditation", info.sasAccreditation());
    facts.put("platform", info.platformLabel().orElse(""));
    facts.put("card capabilities", String.join(", ", info.uiccCapabilities()));
    facts.put("provisioning capabilities", String.join(", ", info.rspCapabilities()));
    facts.put("roots it verifies with", keys(info.rootsForVerification()));
    facts.put("roots it signs under", keys(info.rootsForSigning()));
    facts.put("forbidden policy rules", words(info.forbiddenRules()));
    facts.put("default server", reading.addresses().defaultSmdp().orElse(""));
    facts.put("discovery server", reading.addresses().rootSmds().orElse(""));
    facts.put("further discovery servers", String.join(", ", reading.addresses().furtherSmds()));
    facts.put(
        "rules authorisation table",
        reading.rules().stream().map(CardFacts::row).collect(Collectors.joining("; ")));
    reading
        .first()
        .ifPresent(first -> facts.put("roots in EuiccInfo1", keys(first.rootsForVerification())));
    facts.put(
        "eIMs",
        reading.iot().managers().stream()
            .map(CardFacts::manager)
            .collect(Collectors.joining(", ")));
    facts.put(
        "certificates",
        reading.iot().certificates().stream()
            .map(each -> each.subject() + " until " + each.until())
            .collect(Collectors.joining("; ")));
    facts.replaceAll((_, value) -> Redactor.redact(value));
    return facts;
  }

  /// One sentence for each fact that is other than before.
  static List<String> changes(Map<String, String> before, Map<String, String> now) {
    List<String> words = new ArrayList<>();
    now.forEach((name, value) -> {
      String old = before.getOrDefault(name, value);
      if (!old.equals(value)) {
        words.add(name + ": " + told(old) + " before, " + told(value) + " now");
      }
    });
    return words;
  }

  private static String told(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private static String keys(List<Octets> roots) {
    return roots.stream().map(Octets::hex).sorted().collect(Collectors.joining(", "));
  }

  private static String manager(EimConfiguration eim) {
    return eim.id()
        + eim.address().map(host -> " at " + host).orElse("")
        + " after order "
        + eim.counter();
  }

  private static String row(AuthorisationRule rule) {
    return words(rule.rules())
        + " for "
        + String.join(", ", rule.ownerCodes())
        + (rule.consentNeeded() ? " with consent" : "");
  }

  private static String words(PolicyRules rules) {
    List<String> words = new ArrayList<>();
    if (rules.updateControl()) {
      words.add("rules may be updated");
    }
    if (rules.mayNotDisable()) {
      words.add("may not be disabled");
    }
    if (rules.mayNotDelete()) {
      words.add("may not be deleted");
    }
    return String.join(" and ", words);
  }
}
