package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.job.OrderActs;

/// Orders of an operator at an SM-DP+ (ES2+): order, confirm, release, cancel.
@Command(
    name = "order",
    description = "Order profiles at an SM-DP+ as an operator (ES2+), confirm, release and cancel.",
    footer = {
      "",
      "Examples:",
      "  simwright order download --bench B --type PROD --json",
      "  simwright order confirm 8988211000009000061 --release --bench B"
    })
public final class OrderCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public OrderCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "download",
      description = "Order a profile: a named one, or one of a kind, for a known card or for none.",
      footer = {
        "",
        "Examples:",
        "  simwright order download --bench B --type PROD",
        "  simwright order download --server es2.example.com --identity me.p12 --type X"
      })
  int download(
      @Mixin OrderOptions options,
      @Option(
              names = "--iccid",
              paramLabel = "ICCID",
              description = "This profile.",
              converter = Typed.OfIccid.class)
          @Nullable Iccid iccid,
      @Option(
              names = "--type",
              paramLabel = "TYPE",
              description = "One of this kind, as the server names them.")
          @Nullable String type,
      @Option(
              names = "--eid",
              paramLabel = "EID",
              description = "For this card.",
              converter = Typed.OfEid.class)
          @Nullable Eid eid) {
    Optional<Iccid> profile = Optional.ofNullable(iccid);
    Optional<Eid> card = Optional.ofNullable(eid);
    Optional<String> kind = Optional.ofNullable(type);
    return act(options, (acts, at, person) -> acts.download(at, card, profile, kind, person));
  }

  @Command(
      name = "confirm",
      description = "Give an order the terms of its download; tells the activation code.",
      footer = {
        "",
        "The activation code is told here alone; neither it nor the confirmation code is kept.",
        "",
        "Examples:",
        "  simwright order confirm 8988211000009000061 --bench B --release",
        "  simwright order confirm 8988211000009000061 --bench B --confirmation-code 4711"
      })
  int confirm(
      @Mixin OrderedProfile options,
      @Option(
              names = "--eid",
              paramLabel = "EID",
              description = "For this card.",
              converter = Typed.OfEid.class)
          @Nullable Eid eid,
      @Option(
              names = "--matching-id",
              paramLabel = "TOKEN",
              description = "With this matching identifier; else the server makes one.")
          @Nullable String matchingId,
      @Option(
              names = "--confirmation-code",
              paramLabel = "DIGITS",
              description = "Whoever downloads it has to type this.")
          @Nullable String code,
      @Option(names = "--smds", paramLabel = "HOST", description = "This SM-DS tells the card.")
          @Nullable String smds,
      @Option(names = "--release", description = "Set it free at once.") boolean release) {
    OrderActs.Terms terms =
        new OrderActs.Terms(
            options.iccid(),
            Optional.ofNullable(eid),
            Optional.ofNullable(matchingId),
            Optional.ofNullable(code),
            Optional.ofNullable(smds),
            release);
    OrderActs.Confirmed confirmed =
        options.act(program, terminal, (acts, at, person) -> acts.confirm(at, terms, person));
    Map<String, Object> node = node(confirmed.order());
    node.put("matchingId", confirmed.matchingId());
    node.put("activationCode", confirmed.activationCode());
    terminal.result(
        options.json,
        node,
        List.of(line(confirmed.order()), "Activation code: " + confirmed.activationCode()));
    return Exit.PASSED;
  }

  @Command(
      name = "release",
      description = "Release a confirmed order, so that it can be downloaded.",
      footer = {"", "Examples:", "  simwright order release 8988211000009000061 --bench B"})
  int release(@Mixin OrderedProfile options) {
    return act(options, (acts, at, person) -> acts.release(at, options.iccid(), person));
  }

  @Command(
      name = "cancel",
      description = "End an order whose profile is not installed.",
      footer = {"", "Examples:", "  simwright order cancel 8988211000009000061 --bench B"})
  int cancel(
      @Mixin OrderedProfile options,
      @Option(
              names = "--eid",
              paramLabel = "EID",
              description = "The card it was for.",
              converter = Typed.OfEid.class)
          @Nullable Eid eid,
      @Option(names = "--withdraw", description = "The profile may not be ordered again.")
          boolean withdraw) {
    Optional<Eid> card = Optional.ofNullable(eid);
    return act(
        options, (acts, at, person) -> acts.cancel(at, options.iccid(), card, !withdraw, person));
  }

  private int act(OrderOptions options, OrderOptions.Act<OrderActs.Ordered> act) {
    OrderActs.Ordered order = options.act(program, terminal, act);
    terminal.result(options.json, node(order), line(order));
    return Exit.PASSED;
  }

  private static Map<String, Object> node(OrderActs.Ordered order) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", order.iccid().value());
    node.put("state", order.state());
    node.put("server", order.server());
    return node;
  }

  private static String line(OrderActs.Ordered order) {
    return order.iccid().value() + "  " + order.state() + "  at " + order.server();
  }
}
