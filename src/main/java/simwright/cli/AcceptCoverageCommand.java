package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.acceptance.plan.Coverage;

/// Tells which areas of test specifications the plans cover, and which none does.
@Command(
    name = "coverage",
    description = "Show which areas of test specifications the plans were derived from.",
    footer = {
      "",
      "Made from what the plans say of themselves, your own among them. A hole is an area that no"
          + " plan covers; 'commercial' says whether a card as it is sold can run it, or a test"
          + " card or the simulated bench is needed. Nothing is said of conformance.",
      "",
      "Examples:",
      "  simwright accept coverage",
      "  simwright accept coverage --holes",
      "  simwright accept coverage --json"
    })
public final class AcceptCoverageCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Option(names = "--holes", description = "Show the holes alone.")
  boolean holes;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public AcceptCoverageCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      Coverage coverage = Coverage.of(session.plans().plans());
      if (json) {
        terminal.json(node(coverage));
      } else {
        show(coverage);
      }
    }
    return Exit.PASSED;
  }

  private List<Coverage.Row> shown(Coverage coverage) {
    return coverage.rows().stream()
        .filter(row -> !holes || row.standing() == Coverage.Standing.HOLE)
        .toList();
  }

  private void show(Coverage coverage) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("AREA", "EDITION", "COURSE", "STANDS", "COMMERCIAL", "PLANS"));
    for (Coverage.Row row : shown(coverage)) {
      boolean covered = row.standing() == Coverage.Standing.COVERED;
      rows.add(
          List.of(
              row.area(),
              row.document() + " " + row.edition(),
              row.course(),
              row.standing().key(),
              covered ? row.commercial() ? "yes" : "no" : "",
              String.join(", ", row.plans())));
    }
    terminal.table(rows);
    terminal.line(
        coverage.count(Coverage.Standing.COVERED)
            + " covered, "
            + coverage.count(Coverage.Standing.HOLE)
            + " holes, "
            + coverage.count(Coverage.Standing.NONE)
            + " that the standard does not have");
    coverage
        .beside()
        .forEach(each ->
            terminal.line(
                each.document()
                    + " "
                    + each.edition()
                    + ", "
                    + each.area()
                    + ": "
                    + String.join(", ", each.plans())));
  }

  private Map<String, Object> node(Coverage coverage) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("areas", shown(coverage).stream().map(AcceptCoverageCommand::node).toList());
    node.put("covered", coverage.count(Coverage.Standing.COVERED));
    node.put("holes", coverage.count(Coverage.Standing.HOLE));
    node.put(
        "beside",
        coverage.beside().stream()
            .map(each ->
                Map.of(
                    "document",
                    each.document(),
                    "edition",
                    each.edition(),
                    "area",
                    each.area(),
                    "plans",
                    each.plans()))
            .toList());
    return node;
  }

  private static Map<String, Object> node(Coverage.Row row) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("document", row.document());
    node.put("edition", row.edition());
    node.put("area", row.area());
    node.put("course", row.course());
    node.put("stands", row.standing().key());
    node.put("commercial", row.commercial());
    node.put("plans", row.plans());
    return node;
  }
}
