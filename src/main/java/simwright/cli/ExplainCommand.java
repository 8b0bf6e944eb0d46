package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.runbook.Entry;
import simwright.runbook.Explain;
import simwright.runbook.Explained;
import simwright.runbook.Runbook;
import simwright.runbook.Term;

/// Says what a code, a line of a modem, bytes of a card or a word of the trade means, and what to
/// do.
@Command(
    name = "explain",
    description =
        "Say what a code, an AT line, an APDU or data object in hexadecimal digits, or a word of"
            + " the trade means, and what to do next.",
    footer = {
      "",
      "Examples:",
      "  simwright explain cme/10",
      "  simwright explain '+CME ERROR: 30'",
      "  simwright explain '+CEREG: 2,5,\"1A2D\",\"01A2B3C4\",7'",
      "  simwright explain 'AT+CGDCONT=1,\"IP\",\"internet\"'",
      "  simwright explain 6A82",
      "  simwright explain 81E2910003BF2D00",
      "  simwright explain ICCID",
      "  simwright explain not registered"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int MOST = 5;

  @Parameters(arity = "1..*", paramLabel = "WHAT", description = "A code, a line, digits, words.")
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
    Runbook runbook = Runbook.shipped();
    String asked = String.join(" ", words);
    Explained explained = new Explain(runbook).any(asked);
    List<Term> terms = explained.understood() ? List.of() : first(runbook.glossary(asked));
    List<Entry> entries = first(entries(runbook, explained, asked));
    boolean nothing = !explained.understood() && terms.isEmpty() && entries.isEmpty();
    if (json) {
      terminal.json(
          Map.of(
              "explanation",
              node(explained),
              "entries",
              entries.stream().map(ExplainCommand::node).toList(),
              "terms",
              terms.stream().map(ExplainCommand::node).toList()));
    } else if (nothing) {
      terminal.say("Nothing is known of that. Try one word of it.");
    } else {
      print(explained, terms, entries);
    }
    return nothing ? Exit.FAILED : Exit.PASSED;
  }

  /// What the line itself points to; what a search finds where the line is not understood.
  private static List<Entry> entries(Runbook runbook, Explained explained, String asked) {
    return explained.understood()
        ? explained.entries().stream().flatMap(code -> runbook.entry(code).stream()).toList()
        : runbook.search(asked);
  }

  private void print(Explained explained, List<Term> terms, List<Entry> entries) {
    if (explained.understood() && entries.stream().noneMatch(each -> says(each, explained))) {
      tree(explained, "");
    }
    for (Term term : terms) {
      terminal.line(term.name() + "  " + term.full());
      terminal.line("  " + term.meaning());
    }
    for (Entry entry : entries) {
      terminal.line(entry.code() + "  " + entry.title());
      terminal.line("  " + entry.meaning());
      terminal.line("  Now: " + entry.state());
      terminal.line("  Next: " + entry.next());
      terminal.line("  Who: " + entry.owner() + "; trying again: " + entry.retry());
    }
  }

  /// Whether an entry is the whole explanation, as of a code.
  private static boolean says(Entry entry, Explained explained) {
    return explained.parts().isEmpty() && explained.value().equals(entry.code().toString());
  }

  private void tree(Explained part, String indent) {
    List<String> said = new ArrayList<>();
    for (String piece : List.of(part.text(), part.value(), part.meaning())) {
      if (!piece.isEmpty()) {
        said.add(piece);
      }
    }
    String clause = part.clause().isEmpty() ? "" : "  [" + part.clause() + "]";
    if (!said.isEmpty()) {
      terminal.line(indent + String.join("  ", said) + clause);
    }
    String deeper = said.isEmpty() ? indent : indent + "  ";
    part.parts().forEach(inner -> tree(inner, deeper));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static Map<String, Object> node(Explained part) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("text", part.text());
    node.put("value", part.value());
    node.put("meaning", part.meaning());
    node.put("clause", part.clause());
    part.entry().ifPresent(code -> node.put("entry", code.toString()));
    node.put("understood", part.understood());
    node.put("parts", part.parts().stream().map(ExplainCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(Term term) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("term", term.name());
    node.put("full", term.full());
    node.put("meaning", term.meaning());
    return node;
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
