package simwright.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.MemoryReset;
import simwright.identity.Identifier;
import simwright.lpa.CardReading;
import simwright.tlv.Octets;

/// The eUICC itself: what it is, its default server, its memory.
@Command(
    name = "euicc",
    description = "Show what an eUICC is, set its default server, reset its memory.",
    footer = {"", "Examples:", "  simwright euicc info /dev/ttyUSB2"})
public final class EuiccCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public EuiccCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "info",
      description = "Show identity, versions, memory, roots, addresses and rules.",
      footer = {"", "Examples:", "  simwright euicc info /dev/ttyUSB2 --json"})
  int info(@Mixin CardOption card) {
    CardReading reading =
        card.act(program, terminal, (acts, id) -> acts.read(id, Attendant.absent()));
    if (card.json) {
      terminal.json(node(reading));
    } else {
      lines(reading).forEach(terminal::line);
    }
    return Exit.PASSED;
  }

  @Command(
      name = "default-server",
      description =
          "Set the SM-DP+ that is asked where no activation code names one; \"\" unsets it.",
      footer = {"", "Examples:", "  simwright euicc default-server /dev/ttyUSB2 smdp.example.com"})
  int defaultServer(
      @Mixin CardOption card,
      @Parameters(index = "1", paramLabel = "HOST", description = "Its name.") String host) {
    boolean done =
        card.act(program, terminal, (acts, id) -> acts.defaultServer(id, host, Attendant.absent()));
    if (card.json) {
      terminal.json(Map.of("set", done));
    } else {
      terminal.line(host.isEmpty() ? "No default server." : "The default server is " + host + ".");
    }
    return Exit.PASSED;
  }

  @Command(
      name = "reset",
      description = "Take all operational profiles, and what else is named, off the card for good.",
      footer = {"", "Examples:", "  simwright euicc reset /dev/ttyUSB2 --test-profiles"})
  int reset(
      @Mixin CardOption card,
      @Option(names = "--test-profiles", description = "Test profiles, too.") boolean test,
      @Option(names = "--default-server", description = "The default server's address, too.")
          boolean address,
      @Option(names = "--yes", description = "Confirm without being asked.") boolean yes) {
    Set<MemoryReset.What> what = EnumSet.of(MemoryReset.What.OPERATIONAL_PROFILES);
    if (test) {
      what.add(MemoryReset.What.FIELD_LOADED_TEST_PROFILES);
    }
    if (address) {
      what.add(MemoryReset.What.DEFAULT_SMDP_ADDRESS);
    }
    boolean done =
        card.act(
            program,
            terminal,
            (acts, id) -> acts.reset(id, what, CardOption.attendant(program, terminal, yes)));
    if (card.json) {
      terminal.json(Map.of("reset", done));
    } else {
      terminal.line("The memory of the card is reset.");
    }
    return Exit.PASSED;
  }

  private static List<String> lines(CardReading reading) {
    EuiccInfo2 info = reading.info();
    List<String> lines = new ArrayList<>();
    lines.add("eid: " + reading.eid().value() + check(reading));
    lines.add("SGP.22 version: " + info.svn() + ", profile packages " + info.profileVersion());
    lines.add("firmware: " + info.firmware());
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
    lines.add("roots: " + String.join(", ", roots(info)));
    lines.add("default server: " + reading.addresses().defaultSmdp().orElse("none"));
    lines.add("discovery server: " + reading.addresses().rootSmds().orElse("none"));
    reading
        .rules()
        .forEach(rule ->
            lines.add(
                "rules allowed: "
                    + rules(rule.rules().mayNotDisable(), rule.rules().mayNotDelete())
                    + (rule.consentNeeded() ? ", with consent" : "")));
    lines.add("profiles: " + reading.profiles().size());
    lines.add("to tell: " + reading.notifications().size());
    lines.add("accreditation: " + info.sasAccreditation());
    lines.add("reached by: " + reading.way());
    return lines;
  }

  private static String check(CardReading reading) {
    return reading.eid().check() == Identifier.Check.RIGHT ? "" : "  (check digits are wrong)";
  }

  private static String rules(boolean disable, boolean delete) {
    return disable && delete
        ? "may not be disabled, may not be deleted"
        : disable ? "may not be disabled" : delete ? "may not be deleted" : "none";
  }

  private static List<String> roots(EuiccInfo2 info) {
    return info.rootsForVerification().stream().map(Octets::hex).toList();
  }

  private static Map<String, Object> node(CardReading reading) {
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
    node.put("roots", roots(info));
    node.put("signingRoots", info.rootsForSigning().stream().map(Octets::hex).toList());
    node.put("defaultServer", nullable(reading.addresses().defaultSmdp()));
    node.put("discoveryServer", nullable(reading.addresses().rootSmds()));
    node.put("accreditation", info.sasAccreditation());
    node.put("profiles", reading.profiles().size());
    node.put("notifications", reading.notifications().size());
    node.put("way", reading.way());
    return node;
  }

  private static @org.jspecify.annotations.Nullable String nullable(Optional<String> text) {
    return text.orElse(null);
  }
}
