package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.catalog.access.ApnMismatch;
import simwright.catalog.access.ApnRule;
import simwright.catalog.access.FoundContext;
import simwright.job.ApnActs;
import simwright.job.ApnRepaired;
import simwright.job.ApnReport;
import simwright.job.Job;

/// Holds the access points of a device against the rules, and mends what differs.
@Command(
    name = "apn",
    description = "Access points of a device: hold them against the rules, mend what differs.",
    footer = {
      "",
      "The rule is the profile's own field apns, else the operator's entry in operators.yaml,"
          + " where",
      "a variation that fits comes first, else the directory of providers, by names alone. Names",
      "are compared without case and operator identifier; a context that leaves the choice to the",
      "network differs in nothing. What was changed since the last check, over the air too, is"
          + " told.",
      "",
      "Examples:",
      "  simwright catalog apn check B/ec25",
      "  simwright catalog apn repair B/ec25 --json"
    })
public final class CatalogApnCommand {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public CatalogApnCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "check",
      description = "Hold the access points of a device against the rule for its profile.",
      footer = {
        "",
        "A mismatch is an alarm, which a check clears when it is gone. Where nobody says what is",
        "right, the check fails and says so.",
        "",
        "Examples:",
        "  simwright catalog apn check B/ec25",
        "  simwright catalog apn check /dev/ttyUSB2 --json"
      })
  int check(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    ApnReport report = on(place, link, (apn, id) -> apn.check(id, Attendant.absent()));
    terminal.result(json, node(report), lines(report));
    return report.fits() ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "repair",
      description = "Set what differs as the rule says, in one action, and read it back.",
      footer = {
        "",
        "Says whether the device attaches anew for it, which stops data for some seconds. What was",
        "up before is put back where the device does not come up with what was set. A password is",
        "asked for where one is needed, and kept nowhere.",
        "",
        "Examples:",
        "  simwright catalog apn repair B/ec25",
        "  simwright catalog apn repair /dev/ttyUSB2 --json"
      })
  int repair(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    TerminalAttendant person = new TerminalAttendant(terminal, program.time());
    ApnRepaired done = on(place, link, (apn, id) -> apn.repair(id, person));
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", done.now().device());
    node.put("mended", done.before().mismatches().stream().map(CatalogApnCommand::node).toList());
    node.put("repair", done.done().possible() ? done.done().words() : "");
    node.put("reattached", done.done().reattach());
    node.put("up", done.up());
    node.put("contexts", done.now().contexts().stream().map(CatalogApnCommand::node).toList());
    List<String> lines = new ArrayList<>();
    if (done.done().possible()) {
      done.before().mismatches().forEach(each -> lines.add("▲ " + each.sentence()));
      lines.add(done.done().words());
      lines.add("● Read back: all is as " + rule(done.now()) + " says.");
    } else {
      lines.addAll(lines(done.now()));
    }
    terminal.result(json, node, lines);
    return done.now().fits() ? Exit.PASSED : Exit.FAILED;
  }

  private <T> T on(Place place, String link, BiFunction<ApnActs, String, Job<T>> act) {
    Place there =
        place.bench().isPresent() ? place : program.benchOf(link).map(place::on).orElse(place);
    try (Session session = program.open(there)) {
      String id = session.acts().idOf(session.address(link));
      return Work.inOrder(program, terminal, act.apply(session.access(), id), LONGEST);
    }
  }

  private static String rule(ApnReport report) {
    return report.rule().map(ApnRule::words).orElse("nobody");
  }

  private static List<String> lines(ApnReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.profile() + ":");
    report.contexts().forEach(each -> lines.add("  " + each.cid() + "  " + each.words()));
    report.changed().ifPresent(each -> lines.add("◆ " + each.words()));
    if (report.rule().isEmpty()) {
      lines.add("◌ Nobody says which access points this profile ought to have.");
    } else if (report.fits()) {
      lines.add("● All is as " + rule(report) + " says.");
    } else {
      report.mismatches().forEach(each -> lines.add("▲ " + each.sentence()));
      lines.add("By " + rule(report) + ".");
      if (report.repair().possible()) {
        lines.add(
            "To do: simwright catalog apn repair "
                + report.device()
                + ". "
                + report.repair().words());
      } else {
        lines.add("That is for the operator to mend.");
      }
    }
    return lines;
  }

  private static Map<String, Object> node(ApnReport report) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", report.device());
    node.put("profile", report.profile());
    node.put("source", report.rule().map(each -> each.source().key()).orElse(null));
    node.put("from", report.rule().map(ApnRule::from).orElse(null));
    node.put("contexts", report.contexts().stream().map(CatalogApnCommand::node).toList());
    node.put("cardAllows", report.allowed().orElse(null));
    node.put("mismatches", report.mismatches().stream().map(CatalogApnCommand::node).toList());
    node.put("repair", report.repair().possible() ? report.repair().words() : null);
    node.put("reattach", report.repair().reattach());
    node.put("changed", report.changed().map(CatalogApnCommand::node).orElse(null));
    node.put("fits", report.fits());
    return node;
  }

  private static Map<String, Object> node(FoundContext each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("cid", each.cid());
    node.put("type", each.type());
    node.put("apn", each.apn());
    node.put("active", each.active());
    node.put("granted", each.granted().orElse(null));
    node.put("signIn", each.signIn().map(how -> how.key()).orElse(null));
    return node;
  }

  private static Map<String, Object> node(ApnMismatch each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", each.kind().key());
    node.put("cid", each.cid());
    node.put("expected", each.expected().apn().value());
    node.put("words", each.words());
    return node;
  }

  private static Map<String, Object> node(ApnReport.Changed each) {
    return Map.of("since", each.since().toString(), "before", each.before(), "after", each.after());
  }
}
