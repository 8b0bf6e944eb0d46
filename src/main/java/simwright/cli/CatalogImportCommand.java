package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.catalog.exchange.Incoming;
import simwright.catalog.exchange.Trouble;
import simwright.fault.Fault;
import simwright.job.CatalogActs;
import simwright.job.JobCodes;

/// Takes profiles from a file into the catalog.
@Command(
    name = "import",
    description = "Take profiles from a .csv, .json or .yaml file, all of them or none.",
    footer = {
      "",
      "The first row of a .csv names the fields; iccid has to be among them, and name for profiles",
      "that are new. A field that is missing or empty stays as it is. What is wrong is told by"
          + " line;",
      "then nothing is taken in, unless with --skip-bad the rows that can be used.",
      "",
      "Examples:",
      "  simwright catalog import fleet.csv",
      "  simwright catalog import fleet.csv --skip-bad --json"
    })
public final class CatalogImportCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(names = "--skip-bad", description = "Take the rows that can be used, leave the others.")
  boolean skipBad;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public CatalogImportCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      byte[] bytes = read(file);
      CatalogActs.Imported made =
          Work.done(
              program,
              terminal,
              session.catalog().take(bytes, file.toString(), skipBad, Attendant.absent()),
              LONGEST);
      terminal.result(json, node(made), lines(made));
      return made.incoming().bad().isEmpty() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private Map<String, Object> node(CatalogActs.Imported made) {
    Incoming incoming = made.incoming();
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", file.toString());
    node.put("sha256", made.sha256());
    node.put("rows", incoming.rows());
    node.put("taken", made.taken() ? incoming.good().size() : 0);
    node.put("badRows", incoming.badRows());
    node.put("errors", incoming.bad().stream().map(CatalogWords::node).toList());
    node.put("warnings", incoming.odd().stream().map(CatalogWords::node).toList());
    return node;
  }

  private static List<String> lines(CatalogActs.Imported made) {
    Incoming incoming = made.incoming();
    List<String> lines = new ArrayList<>();
    for (Trouble each : incoming.bad()) {
      lines.add("▲ " + each.words());
    }
    for (Trouble each : incoming.odd()) {
      lines.add("◆ " + each.words());
    }
    String bad = incoming.badRows() + " of " + incoming.rows() + " rows cannot be used";
    lines.add(
        made.taken()
            ? incoming.good().size()
                + " profiles were taken in"
                + (incoming.bad().isEmpty() ? "." : "; " + bad + ".")
            : bad + ", so nothing was taken in. --skip-bad takes the others.");
    return lines;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "importing profiles", file.toString(), e.getMessage(), e);
    }
  }
}
