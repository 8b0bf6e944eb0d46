package simwright.ui.help;

import java.util.List;
import simwright.runbook.Runbook;
import simwright.ui.fx.Text;

/// The help screen's view of the shipped runbook; `about` tells versions and places.
public record RunbookHelp(Runbook runbook, List<Term> about) implements HelpSource {
  @Override
  public List<Entry> search(String query) {
    return (query.isBlank() ? runbook.all() : runbook.search(query))
        .stream().map(RunbookHelp::entry).toList();
  }

  @Override
  public List<Term> glossary() {
    return List.of(
        new Term(Text.of("term.apn"), Text.of("term.apn.means")),
        new Term(Text.of("term.at"), Text.of("term.at.means")),
        new Term(Text.of("term.cause"), Text.of("term.cause.means")),
        new Term(Text.of("term.context"), Text.of("term.context.means")),
        new Term(Text.of("term.iccid"), Text.of("term.iccid.means")),
        new Term(Text.of("term.imei"), Text.of("term.imei.means")),
        new Term(Text.of("term.imsi"), Text.of("term.imsi.means")),
        new Term(Text.of("term.anchor"), Text.of("term.anchor.means")),
        new Term(Text.of("term.registered"), Text.of("term.registered.means")),
        new Term(Text.of("term.rsrp"), Text.of("term.rsrp.means")),
        new Term(Text.of("term.transcript"), Text.of("term.transcript.means")),
        new Term(Text.of("term.urc"), Text.of("term.urc.means")));
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
