package simwright.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.lpa.ServerReport;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// What can be done with a server without a card.
@Command(
    name = "server",
    description = "Check SM-DP+ and SM-DS servers, without a card.",
    footer = {"", "Examples:", "  simwright server check smdp.example.com"})
public final class ServerCommand {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public ServerCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "check",
      description =
          "Look at a server's address, TLS and certificate, and ask whether it speaks as an SM-DP+"
              + " or SM-DS.",
      footer = {
        "",
        "The server is asked for a session once for each root that is known, and the session is"
            + " given up: no order is touched. It is asked nothing where its certificate is not"
            + " believed. Which roots are: those of GSMA that lie in the folder 'roots' of the data"
            + " folder, as .der, .cer, .crt or .pem, with revocation lists as .crl.",
        "",
        "Examples:",
        "  simwright server check smdp.example.com",
        "  simwright server check smdp.simwright.test --bench B --json",
        "  simwright server check smdp.lab --connect-to 127.0.0.1:8443 --lab-root ci.pem"
      })
  int check(
      @Mixin Place place,
      @Mixin Network network,
      @Parameters(index = "0", paramLabel = "HOST", description = "The server's name.") String host,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place, network)) {
      session.refusedRoots().forEach(terminal::say);
      ServerReport report =
          Work.done(program, terminal, session.servers().check(host, Attendant.absent()), LONGEST);
      ServerWords words = new ServerWords(report, program.time().now());
      if (json) {
        terminal.json(words.node());
      } else {
        words.lines().forEach(terminal::line);
        report.wrong().ifPresent(this::explain);
      }
      return report.usable() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private void explain(Fault wrong) {
    Optional<Entry> entry = Runbook.shipped().entry(wrong.code());
    terminal.line("▲ " + entry.map(Entry::title).orElse("It did not work"));
    wrong.evidence().ifPresent(evidence -> terminal.line("  " + Redactor.redact(evidence)));
    entry.ifPresent(e -> terminal.line("  Next: " + e.next()));
    terminal.line("  Code: " + wrong.code());
  }
}
