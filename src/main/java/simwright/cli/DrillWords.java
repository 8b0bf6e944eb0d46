package simwright.cli;

import java.util.List;
import java.util.Map;
import simwright.acceptance.Run;
import simwright.audit.Anchor;
import simwright.report.DrillReport;

/// What came of drills, as a terminal tells it.
final class DrillWords {
  private final Terminal terminal;

  DrillWords(Terminal terminal) {
    this.terminal = terminal;
  }

  /// One drill by itself, several in a list.
  void show(List<Run> runs, Anchor anchor, boolean json) {
    if (json) {
      List<Map<String, Object>> all =
          runs.stream().map(run -> DrillReport.of(run, anchor)).toList();
      terminal.json(all.size() == 1 ? all.getFirst() : Map.of("drills", all));
      return;
    }
    for (Run run : runs) {
      new RunWords(run, anchor).verdict().forEach(terminal::line);
      DrillReport.lines(run).forEach(terminal::line);
    }
  }
}
