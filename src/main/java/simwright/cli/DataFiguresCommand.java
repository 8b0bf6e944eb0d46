package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.job.DeviceDone;
import simwright.kpi.Figure;
import simwright.quota.Volume;
import simwright.report.FigureLine;

/// Tells how one device did: its figures, computed from the log.
@Command(
    name = "figures",
    description = "How a device did: latencies, success shares, drops, roaming, bytes by profile.",
    footer = {
      "",
      "All of it is computed from the log; a figure stands with its n, and with an interval where",
      "there are enough. What nothing tells is said so, with the reason.",
      "",
      "Examples:",
      "  simwright data figures B/ec25",
      "  simwright data figures B/ec25 --days 30 --json"
    })
public final class DataFiguresCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "LINK", description = "The device: a path or URI.")
  String link = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description = "Of so many days (1 to 62; default ${DEFAULT-VALUE}).")
  int days;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public DataFiguresCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      String id =
          session.carried().counted().contains(link)
              ? link
              : session.acts().idOf(session.address(link));
      DeviceDone done = session.carried().done(id, Math.clamp(days, 1, 62));
      if (json) {
        terminal.json(node(done));
      } else if (done.bytes().isEmpty()
          && FigureLine.of(done.figures()).stream().noneMatch(FigureLine::told)) {
        terminal.line("The log holds nothing of " + done.device() + " since " + done.since() + ".");
      } else {
        show(done);
      }
      return Exit.PASSED;
    }
  }

  private void show(DeviceDone done) {
    terminal.line(done.device() + " since " + done.since());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("FIGURE", "OF", "VALUE"));
    FigureLine.of(done.figures())
        .forEach(each -> rows.add(List.of(each.measure().key(), each.of(), each.words())));
    rows.add(
        List.of(
            "unexpected-roaming",
            "",
            done.sessions().roamed()
                + " of n = "
                + done.sessions().sessions()
                + " sessions of data, "
                + done.sessions().perThousand()
                + " per 1,000"));
    done.bytes()
        .forEach((profile, bytes) ->
            rows.add(
                List.of("bytes", profile.isEmpty() ? "not known" : profile, Volume.words(bytes))));
    terminal.table(rows);
  }

  private static Map<String, Object> node(DeviceDone done) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", done.device());
    node.put("since", done.since().toString());
    node.put("at", done.at().toString());
    node.put("figures", done.figures().stream().map(DataFiguresCommand::node).toList());
    node.put("sessions", done.sessions().sessions());
    node.put("roamedUnexpectedly", done.sessions().roamed());
    node.put("roamedPerThousand", done.sessions().perThousand());
    node.put("bytesByProfile", done.bytes());
    return node;
  }

  private static Map<String, Object> node(Figure each) {
    FigureLine line = FigureLine.of(each);
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("figure", each.measure().key());
    node.put("about", each.measure().about());
    node.put("of", line.of());
    node.put("unit", each.measure().unit());
    node.put("told", line.told());
    node.put("n", line.n());
    node.put("words", line.words());
    if (each instanceof Figure.Values(_, _, List<Double> values)) {
      node.put("values", values);
    }
    if (each instanceof Figure.Share(_, long hits, _)) {
      node.put("hits", hits);
    }
    return node;
  }
}
