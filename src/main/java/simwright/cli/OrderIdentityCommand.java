package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.job.Job;
import simwright.job.OrderActs;
import simwright.keys.ClientIdentity;

/// The keys that SM-DP+ servers know this operator by: list, import, rotate, mark as compromised.
@Command(
    name = "identity",
    description = "The keys that SM-DP+ servers know this operator by.",
    footer = {"", "Examples:", "  simwright order identity list"})
public final class OrderIdentityCommand {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public OrderIdentityCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the keys with age and state.",
      footer = {"", "Examples:", "  simwright order identity list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<ClientIdentity> all = session.orders().identities();
      if (json) {
        terminal.json(Map.of("identities", all.stream().map(this::node).toList()));
      } else if (all.isEmpty()) {
        terminal.line("No identity is kept.");
      } else {
        all.forEach(each -> terminal.line(line(each)));
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "import",
      description = "Keep the key of a PKCS #12 file; the one of that name before it is destroyed.",
      footer = {"", "Examples:", "  simwright order identity import main me.p12"})
  int importKey(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "NAME", description = "What it is to be called.")
          String name,
      @Parameters(
              index = "1",
              paramLabel = "FILE",
              description =
                  "The file; its password is asked for, or taken from SIMWRIGHT_IDENTITY_PASSWORD.")
          Path file,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return act(
        place,
        json,
        acts -> acts.importIdentity(name, file, OrderOptions.attendant(program, terminal, false)));
  }

  @Command(
      name = "rotate",
      description =
          "Keep a new key under a name; the one before it may be used for some days more.",
      footer = {
        "",
        "Both are listed; the old one is called by name and fingerprint: --identity"
            + " main@0123456789abcdef. After its last day it is destroyed.",
        "",
        "Examples:",
        "  simwright order identity rotate main new.p12 --keep 14"
      })
  int rotate(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.") String name,
      @Parameters(
              index = "1",
              paramLabel = "FILE",
              description =
                  "The new key; its password is asked for, or taken from"
                      + " SIMWRIGHT_IDENTITY_PASSWORD.")
          Path file,
      @Option(
              names = "--keep",
              paramLabel = "DAYS",
              defaultValue = "30",
              description = "How long the old one may be used (default ${DEFAULT-VALUE}).")
          int days,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return act(
        place,
        json,
        acts ->
            acts.rotateIdentity(
                name,
                file,
                Duration.ofDays(Math.max(0, days)),
                OrderOptions.attendant(program, terminal, false)));
  }

  @Command(
      name = "compromised",
      description = "Mark a key as compromised, for good: it is destroyed and never used again.",
      footer = {"", "Examples:", "  simwright order identity compromised main"})
  int compromised(
      @Mixin Place place,
      @Parameters(
              index = "0",
              paramLabel = "NAME",
              description = "Its name; NAME@FINGERPRINT for one that had the name before.")
          String name,
      @Option(names = "--yes", description = "Consent without being asked.") boolean yes,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return act(
        place,
        json,
        acts -> acts.compromised(name, OrderOptions.attendant(program, terminal, yes)));
  }

  private int act(Place place, boolean json, Function<OrderActs, Job<ClientIdentity>> act) {
    try (Session session = program.open(place)) {
      ClientIdentity identity = Work.done(program, terminal, act.apply(session.orders()), LONGEST);
      if (json) {
        terminal.json(node(identity));
      } else {
        terminal.line(line(identity));
      }
      return Exit.PASSED;
    }
  }

  private Map<String, Object> node(ClientIdentity identity) {
    Instant now = program.time().now();
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", identity.name());
    node.put("state", identity.state().key());
    node.put("fingerprint", identity.fingerprint());
    node.put("subject", identity.shown().subject());
    node.put("oid", identity.shown().oid().orElse(null));
    node.put("since", identity.since().toString());
    node.put("changed", identity.changed().toString());
    node.put("ageDays", identity.ageDays(now));
    node.put("validUntil", identity.shown().until().toString());
    node.put("daysLeft", identity.daysLeft(now));
    node.put("usableUntil", identity.ends().map(Instant::toString).orElse(null));
    return node;
  }

  private String line(ClientIdentity identity) {
    Instant now = program.time().now();
    return identity.name()
        + "  "
        + identity.state().key()
        + identity.ends().map(end -> " until " + end.truncatedTo(ChronoUnit.SECONDS)).orElse("")
        + "  "
        + identity.shown().subject()
        + "  "
        + identity.ageDays(now)
        + " days old, "
        + identity.daysLeft(now)
        + " days left, "
        + identity.exactly();
  }
}
