package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// Says what a code or message means and what to do.
@Command(
    name = "explain",
    description = "Say what a code or message means and what to do next.",
    footer = {
      "",
      "Examples:",
      "  simwright explain cme/10",
      "  simwright explain '+CME ERROR: 30'",
      "  simwright explain not registered"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int MOST = 5;

  @Parameters(arity = "1..*", paramLabel = "CODE", description = "A code, a line, or words.")
  List<String> words = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Terminal terminal;

  /// On this terminal.
  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Entry> found = Runbook.shipped().search(String.join(" ", words));
    List<Entry> best = found.subList(0, Math.min(MOST, found.size()));
    if (json) {
      terminal.json(Map.of("entries", best.stream().map(ExplainCommand::node).toList()));
    } else if (best.isEmpty()) {
      terminal.say("Nothing is known of that. Try one word of it.");
    }
    if (!json) {
      for (Entry entry : best) {
        terminal.line(entry.code() + "  " + entry.title());
        terminal.line("  " + entry.meaning());
        terminal.line("  Now: " + entry.state());
        terminal.line("  Next: " + entry.next());
        terminal.line("  Who: " + entry.owner() + "; trying again: " + entry.retry());
      }
    }
    return best.isEmpty() ? Exit.FAILED : Exit.PASSED;
  }

  private static Map<String, Object> node(Entry entry) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("code", entry.code().toString());
    node.put("title", entry.title());
    node.put("meaning", entry.meaning());
    node.put("state", entry.state());
    node.put("next", entry.next());
    node.put("owner", entry.owner());
    node.put("retry", entry.retry());
    return node;
  }
}
