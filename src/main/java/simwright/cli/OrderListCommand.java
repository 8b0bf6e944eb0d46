package simwright.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.identity.Identifier;
import simwright.job.PlacedOrder;

/// What was ordered from here, as the audit log tells; no server is asked.
@Command(
    name = "list",
    description = "List what was ordered from here: profile, state, card, who, when, how far.",
    footer = {
      "",
      "The list is made from the audit log; no server is asked. Matching identifiers are kept"
          + " nowhere: whoever has one can fetch the profile.",
      "",
      "Examples:",
      "  simwright order list --json"
    })
public final class OrderListCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin private Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /// On this terminal.
  public OrderListCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      List<PlacedOrder> all = session.orders().list();
      if (json) {
        terminal.json(Map.of("orders", all.stream().map(OrderListCommand::node).toList()));
      } else if (all.isEmpty()) {
        terminal.line("Nothing was ordered from here.");
      } else {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ICCID", "STATE", "CARD", "CODE", "SERVER", "BY", "SINCE", "PROGRESS"));
        all.forEach(each -> rows.add(row(each)));
        terminal.table(rows);
      }
      return Exit.PASSED;
    }
  }

  private static List<String> row(PlacedOrder order) {
    return List.of(
        order.iccid().map(Identifier::redacted).orElse("forgotten"),
        order.state().isEmpty() ? "not known" : order.state(),
        order.eid().map(Identifier::redacted).orElse("any"),
        order.confirmationCode() ? "needed" : "none",
        order.server(),
        order.by(),
        whole(order.placed()),
        order.progress().map(OrderListCommand::words).orElse(""));
  }

  private static String words(PlacedOrder.Progress progress) {
    return progress.point()
        + (progress.passed() ? " passed " : " failed (" + progress.code() + ") ")
        + whole(progress.at());
  }

  private static String whole(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, Object> node(PlacedOrder order) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", order.iccid().map(Identifier::redacted).orElse(null));
    node.put("state", order.state().isEmpty() ? null : order.state());
    node.put("eid", order.eid().map(Identifier::redacted).orElse(null));
    node.put("confirmationCode", order.confirmationCode());
    node.put("server", order.server());
    node.put("by", order.by());
    node.put("placed", order.placed().toString());
    node.put("changed", order.changed().toString());
    node.put("progress", order.progress().map(OrderListCommand::progress).orElse(null));
    return node;
  }

  private static Map<String, Object> progress(PlacedOrder.Progress progress) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("point", progress.point());
    node.put("passed", progress.passed());
    node.put("code", progress.code());
    node.put("at", progress.at().toString());
    return node;
  }
}
