package simwright.ui.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.Manufacturer;
import simwright.euicc.PolicyRules;
import simwright.identity.Identifier;
import simwright.lpa.CardReading;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// What a card says of itself as sections of facts, each with its meaning and, where it changed
/// since the reading before, what it was.
final class EuiccFacts {
  /// One fact; `was` is "" where nothing changed.
  record Fact(String name, String value, String meaning, String was) {}

  /// Facts that belong together.
  record Section(String title, List<Fact> facts) {}

  private static final int DATE = 10;

  private final Map<String, String> before = new HashMap<>();
  private final CardReading reading;

  private EuiccFacts(CardReading reading) {
    this.reading = reading;
  }

  /// The facts of a reading, compared with the one before of the same card.
  static List<Section> of(CardReading reading, Optional<CardReading> former) {
    EuiccFacts facts = new EuiccFacts(reading);
    former
        .filter(other -> other.eid().equals(reading.eid()))
        .map(other -> new EuiccFacts(other).sections())
        .ifPresent(sections ->
            sections.forEach(section ->
                section
                    .facts()
                    .forEach(
                        fact -> facts.before.put(section.title() + fact.name(), fact.value()))));
    return facts.sections();
  }

  private List<Section> sections() {
    List<Section> all = new ArrayList<>();
    all.add(section(Text.of("euicc.identity"), identity()));
    all.add(section(Text.of("euicc.memory"), memory()));
    all.add(section(Text.of("euicc.versions"), versions()));
    all.add(section(Text.of("euicc.capabilities"), capabilities()));
    all.add(section(Text.of("euicc.roots"), roots()));
    all.add(section(Text.of("euicc.addresses"), addresses()));
    all.add(section(Text.of("euicc.rules"), rules()));
    if (!reading.iot().managers().isEmpty()) {
      all.add(section(Text.of("euicc.managers"), managers()));
    }
    if (!reading.iot().certificates().isEmpty()) {
      all.add(section(Text.of("euicc.certificates"), certificates()));
    }
    return all;
  }

  private List<Fact> managers() {
    return reading.iot().managers().stream()
        .map(eim ->
            fact(
                eim.id(),
                eim.address().orElse(""),
                Text.format("euicc.manager.meaning", eim.counter())))
        .toList();
  }

  private List<Fact> certificates() {
    return reading.iot().certificates().stream()
        .map(each ->
            fact(
                Text.of("euicc.certificates"),
                each.subject(),
                Text.format(
                    "euicc.certificate.meaning",
                    each.from().toString().substring(0, DATE),
                    each.until().toString().substring(0, DATE))))
        .toList();
  }

  private Section section(String title, List<Fact> facts) {
    return new Section(title, facts.stream().map(fact -> compared(title, fact)).toList());
  }

  private Fact compared(String title, Fact fact) {
    String was = before.getOrDefault(title + fact.name(), fact.value());
    return new Fact(fact.name(), fact.value(), fact.meaning(), was.equals(fact.value()) ? "" : was);
  }

  private List<Fact> identity() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            Text.of("euicc.check"),
            reading.eid().check() == Identifier.Check.RIGHT
                ? Text.of("euicc.check.right")
                : Text.of("euicc.check.wrong"),
            ""));
    facts.add(
        fact(
            Text.of("euicc.maker"),
            Manufacturer.of(reading.eid())
                .map(maker -> Text.format("euicc.maker.value", maker.name(), maker.country()))
                .orElseGet(() -> Text.of("euicc.maker.unknown")),
            Text.of("euicc.maker.meaning")));
    facts.add(fact(Text.of("euicc.way"), way(), Text.of("euicc.way.meaning")));
    reading
        .info()
        .category()
        .ifPresent(category -> facts.add(fact(Text.of("euicc.category"), words(category), "")));
    reading
        .info()
        .platformLabel()
        .ifPresent(label -> facts.add(fact(Text.of("euicc.platform"), label, "")));
    return facts;
  }

  private String way() {
    String way = way(reading.way());
    return reading.tried().isEmpty()
        ? way
        : Text.format("euicc.way.after", way, String.join("; ", reading.tried()));
  }

  /// How a card was reached, in words.
  static String way(String way) {
    return switch (way) {
      case "channel-commands" -> Text.of("euicc.way.channel");
      case "bare-commands" -> Text.of("euicc.way.bare");
      default -> way;
    };
  }

  private static String words(EuiccInfo2.Category category) {
    return switch (category) {
      case OTHER -> Text.of("euicc.category.other");
      case BASIC -> Text.of("euicc.category.basic");
      case MEDIUM -> Text.of("euicc.category.medium");
      case CONTACTLESS -> Text.of("euicc.category.contactless");
    };
  }

  private List<Fact> memory() {
    EuiccInfo2.Memory memory = reading.info().memory();
    return List.of(
        fact(Text.of("euicc.free"), bytes(memory.freeNonVolatile()), Text.of("euicc.free.meaning")),
        fact(
            Text.of("euicc.free.volatile"),
            bytes(memory.freeVolatile()),
            Text.of("euicc.free.volatile.meaning")),
        fact(Text.of("euicc.applications"), String.valueOf(memory.applications()), ""),
        fact(Text.of("euicc.profiles"), String.valueOf(reading.profiles().size()), ""));
  }

  /// A number of bytes, with a thin grouping that no language reads as a decimal sign.
  static String bytes(long number) {
    return Text.format(
        "euicc.bytes", String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f'));
  }

  private List<Fact> versions() {
    EuiccInfo2 info = reading.info();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Text.of("euicc.svn"), info.svn(), Text.of("euicc.svn.meaning")));
    facts.add(
        fact(Text.of("euicc.packages"), info.profileVersion(), Text.of("euicc.packages.meaning")));
    facts.add(fact(Text.of("fact.firmware"), info.firmware(), ""));
    info.ts102241Version()
        .ifPresent(version -> facts.add(fact(Text.of("euicc.javacard"), version, "")));
    info.globalPlatformVersion()
        .ifPresent(version -> facts.add(fact(Text.of("euicc.global-platform"), version, "")));
    facts.add(fact(Text.of("euicc.protection"), info.protectionProfileVersion(), ""));
    facts.add(fact(Text.of("euicc.sas"), info.sasAccreditation(), Text.of("euicc.sas.meaning")));
    return facts;
  }

  private List<Fact> capabilities() {
    EuiccInfo2 info = reading.info();
    return List.of(
        fact(
            Text.of("euicc.uicc"),
            String.join(", ", info.uiccCapabilities()),
            Text.of("euicc.uicc.meaning")),
        fact(
            Text.of("euicc.rsp"),
            String.join(", ", info.rspCapabilities()),
            Text.of("euicc.rsp.meaning")));
  }

  private List<Fact> roots() {
    return List.of(
        fact(
            Text.of("euicc.verifies"),
            String.join("\n", reading.info().verifiesWith()),
            Text.of("euicc.verifies.meaning")),
        fact(
            Text.of("euicc.signs"),
            String.join("\n", reading.info().signsUnder()),
            Text.of("euicc.signs.meaning")));
  }

  private List<Fact> addresses() {
    String none = Text.of("euicc.none");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            Text.of("euicc.smdp"),
            reading.addresses().defaultSmdp().orElse(none),
            Text.of("euicc.smdp.meaning")));
    facts.add(
        fact(
            Text.of("euicc.smds"),
            reading.addresses().rootSmds().orElse(none),
            Text.of("euicc.smds.meaning")));
    if (!reading.addresses().furtherSmds().isEmpty()) {
      facts.add(
          fact(
              Text.of("euicc.smds.further"),
              String.join("\n", reading.addresses().furtherSmds()),
              ""));
    }
    return facts;
  }

  private List<Fact> rules() {
    List<Fact> facts = new ArrayList<>();
    int number = 1;
    for (AuthorisationRule rule : reading.rules()) {
      facts.add(
          fact(
              Text.format("euicc.rule", number++),
              words(rule.rules()),
              rule.consentNeeded()
                  ? Text.format("euicc.rule.consent", owners(rule))
                  : Text.format("euicc.rule.plain", owners(rule))));
    }
    if (facts.isEmpty()) {
      facts.add(
          fact(
              Text.of("euicc.rules.allowed"),
              Text.of("euicc.none"),
              Text.of("euicc.rules.none.meaning")));
    }
    facts.add(
        fact(
            Text.of("euicc.forbidden"),
            words(reading.info().forbiddenRules()),
            Text.of("euicc.forbidden.meaning")));
    return facts;
  }

  private static String owners(AuthorisationRule rule) {
    return String.join(
        ", ",
        rule.ownerCodes().stream()
            .map(code -> code.matches("x+-x+") ? Text.of("euicc.rule.any") : code)
            .toList());
  }

  private static String words(PolicyRules rules) {
    List<String> all = new ArrayList<>();
    if (rules.updateControl()) {
      all.add(Text.of("euicc.rule.control"));
    }
    if (rules.mayNotDisable()) {
      all.add(Text.of("profile.rule.disable"));
    }
    if (rules.mayNotDelete()) {
      all.add(Text.of("profile.rule.delete"));
    }
    return all.isEmpty() ? Text.of("euicc.none") : String.join(", ", all);
  }

  static Fact fact(String name, String value, String meaning) {
    return new Fact(name, literal(value), meaning, "");
  }

  /// Lines that are ours stay lines; what stands in them is the card's.
  private static String literal(String value) {
    return String.join("\n", value.lines().map(DeviceText::literal).toList());
  }
}
