package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.ask.Attendant;
import simwright.catalog.reconcile.Difference;
import simwright.lpa.CardReading;
import simwright.lpa.Outbox;

/// Compares the catalog with what a card says, and makes them agree.
@Command(
    name = "reconcile",
    description = "Compare the catalog with the card in a device; each difference has one action.",
    footer = {
      "",
      "With --apply the catalog follows the card, and notifications are delivered. Nothing is",
      "deleted from the card: that stays for you.",
      "",
      "Examples:",
      "  simwright catalog reconcile /dev/ttyUSB2",
      "  simwright catalog reconcile B/ec25 --apply --json"
    })
public final class CatalogReconcileCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Program program;
  private final Terminal terminal;

  @Mixin CardOption card = new CardOption();

  @Option(names = "--apply", description = "Do what each difference calls for.")
  boolean apply;

  /// On this terminal.
  public CatalogReconcileCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  private record Mended(Difference difference, String outcome) {
    boolean open() {
      return outcome.equals("open");
    }
  }

  @Override
  public Integer call() {
    Optional<Path> bench =
        card.place.bench().isPresent() ? Optional.empty() : program.benchOf(card.link);
    Place there = bench.map(card.place::on).orElse(card.place);
    try (Session session = program.open(there, card.network)) {
      String id = session.acts().idOf(session.address(card.link));
      CardReading reading =
          Work.inOrder(program, terminal, session.cards().read(id, Attendant.absent()), LONGEST);
      List<Mended> all = new ArrayList<>();
      boolean told = false;
      for (Difference each : session.catalog().compare(reading)) {
        boolean deliver = each.action() == Difference.Action.DELIVER;
        if (apply && deliver && !told) {
          told = delivered(session, id);
        }
        boolean done = apply && (deliver ? told : mended(session, id, each));
        all.add(new Mended(each, done ? "done" : "open"));
      }
      terminal.result(
          card.json,
          Map.of("differences", all.stream().map(CatalogReconcileCommand::node).toList()),
          lines(all));
      return all.stream().noneMatch(Mended::open) ? Exit.PASSED : Exit.FAILED;
    }
  }

  private boolean mended(Session session, String id, Difference each) {
    return Work.done(
        program, terminal, session.catalog().mend(id, each, Attendant.absent()), LONGEST);
  }

  private boolean delivered(Session session, String id) {
    List<Outbox.Told> told =
        Work.inOrder(program, terminal, session.cards().send(id, Attendant.absent()), LONGEST);
    return told.stream().allMatch(each -> each.stays().isEmpty());
  }

  private static Map<String, Object> node(Mended each) {
    Difference difference = each.difference();
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", difference.kind().key());
    node.put("name", difference.profile().name());
    node.put("iccid", difference.profile().shortened());
    node.put("words", difference.words());
    node.put("state", difference.state().map(to -> to.key()).orElse(null));
    node.put("action", difference.action().key());
    node.put("outcome", each.outcome());
    return node;
  }

  private static List<String> lines(List<Mended> all) {
    if (all.isEmpty()) {
      return List.of("● Card and catalog agree.");
    }
    return all.stream()
        .map(each ->
            (each.open() ? "▲ " : "● ")
                + each.difference().profile().words()
                + ": "
                + each.difference().words()
                + ". "
                + (each.open() ? "To do: " : "Done: ")
                + each.difference().action().words())
        .toList();
  }
}
