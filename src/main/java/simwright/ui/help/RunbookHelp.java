package simwright.ui.help;

import java.util.List;
import java.util.function.Supplier;
import simwright.runbook.Runbook;
import simwright.ui.fx.Text;

/// The help screen's view of the shipped runbook; `facts` tells versions, places and roots as they
/// are when it is asked.
public record RunbookHelp(Runbook runbook, Supplier<List<Term>> facts) implements HelpSource {
  @Override
  public List<Term> about() {
    return facts.get();
  }

  @Override
  public List<Entry> search(String query) {
    return (query.isBlank() ? runbook.all() : runbook.search(query))
        .stream().map(RunbookHelp::entry).toList();
  }

  @Override
  public List<Term> glossary() {
    return runbook.glossary().stream()
        .map(term -> new Term(term.name() + ": " + term.full(), term.meaning()))
        .toList();
  }

  private static Entry entry(simwright.runbook.Entry entry) {
    return new Entry(
        entry.code().toString(),
        entry.title(),
        entry.meaning(),
        owner(entry.owner()),
        entry.state(),
        entry.next(),
        retry(entry.retry()));
  }

  private static String owner(String owner) {
    return switch (owner) {
      case "tech" -> Text.of("owner.tech");
      case "issuer" -> Text.of("owner.issuer");
      case "device" -> Text.of("owner.device");
      case "net" -> Text.of("owner.net");
      case "tool" -> Text.of("owner.tool");
      default -> owner;
    };
  }

  private static String retry(String retry) {
    return switch (retry) {
      case "no" -> Text.of("retry.no");
      case "later" -> Text.of("retry.later");
      case "after fix" -> Text.of("retry.after-fix");
      case "check first" -> Text.of("retry.check-first");
      default -> retry;
    };
  }
}
