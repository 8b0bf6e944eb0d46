package simwright.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.audit.Sighting;
import simwright.identity.Identifier.Check;
import simwright.identity.Redactor;

/// Which identity was seen in which device, when.
@Command(
    name = "identities",
    description = {
      "Show which IMEI, IMSI, ICCID and EID was seen in which device, and when.",
      "TEXT is a part of the number, a kind, or a device. Numbers are shortened unless --clear."
    },
    footer = {
      "",
      "Examples:",
      "  simwright identities",
      "  simwright identities 3518",
      "  simwright identities imei --clear --json"
    })
public final class IdentitiesCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin private Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--clear", description = "With whole numbers; needs the role, and is recorded.")
  private boolean clear;

  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What to look for; without it all are shown.")
  private String text = "";

  /// On this terminal.
  public IdentitiesCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      List<Sighting> found = session.log().identities(text, clear);
      if (json) {
        terminal.json(Map.of("identities", found.stream().map(this::node).toList()));
      } else {
        show(found);
      }
      return found.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  private void show(List<Sighting> found) {
    if (found.isEmpty()) {
      terminal.say("No identity like this was seen here.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("KIND", "VALUE", "DEVICE", "MODEL", "FIRST", "LAST", "TIMES", ""));
    for (Sighting each : found) {
      rows.add(
          List.of(
              each.kind(),
              value(each),
              each.device(),
              each.model(),
              each.first().truncatedTo(ChronoUnit.SECONDS).toString(),
              each.last().truncatedTo(ChronoUnit.SECONDS).toString(),
              Long.toString(each.times()),
              each.check() == Check.WRONG
                  ? "check digit wrong"
                  : each.simulated() ? "simulated" : ""));
    }
    terminal.table(rows);
  }

  private String value(Sighting each) {
    String value = each.value().orElse("forgotten");
    return clear || each.value().isEmpty() ? value : Redactor.redact(value);
  }

  private Map<String, Object> node(Sighting each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", each.kind());
    node.put("value", value(each));
    node.put("check", each.check().name().toLowerCase(Locale.ROOT));
    node.put("device", each.device());
    node.put("model", each.model());
    node.put("simulated", each.simulated());
    node.put("first", each.first().toString());
    node.put("last", each.last().toString());
    node.put("times", each.times());
    return node;
  }
}
