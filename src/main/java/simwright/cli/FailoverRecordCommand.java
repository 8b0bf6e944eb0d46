package simwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a trace from what a real device went through.
@Command(
    name = "record",
    description = "Make a trace from the decisions of a device in the log, to try policies with.",
    footer = {
      "",
      "It is JSON, which is YAML as well, and what failover simulate --trace takes. What was seen",
      "between two decisions is not in the log.",
      "",
      "Examples:",
      "  simwright failover record /dev/ttyUSB2 --out mine.yaml",
      "  simwright failover record ec25 --bench B --drills"
    })
public final class FailoverRecordCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "LINK", description = "The device: a path or URI.")
  String link = "";

  @Option(names = "--drills", description = "With what was decided in drills.")
  boolean drills;

  @Option(names = "--out", paramLabel = "FILE", description = "Write it there instead.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public FailoverRecordCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    try (Session session = program.open(place)) {
      String id = session.acts().idOf(session.address(link));
      String trace = session.failover().recorded(id, drills);
      if (out != null) {
        RunReports.write(out, trace);
      }
      if (json) {
        terminal.json(JSON.readTree(trace));
      } else if (out == null) {
        terminal.line(trace.stripTrailing());
      } else {
        terminal.line("Written to " + out + ".");
      }
      return Exit.PASSED;
    }
  }
}
