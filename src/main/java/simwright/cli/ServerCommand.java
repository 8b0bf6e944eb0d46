package simwright.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.Job;
import simwright.lpa.HostExceptions;
import simwright.lpa.ServerReport;
import simwright.rsp.trust.HostException;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// What can be done with a server without a card.
@Command(
    name = "server",
    description = "Check SM-DP+ and SM-DS servers, and except what is wrong with one for a time.",
    footer = {
      "",
      "Examples:",
      "  simwright server check smdp.example.com",
      "  simwright server exceptions"
    })
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
      ServerReport report = done(session.servers().check(host, Attendant.absent()));
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

  @Command(
      name = "except",
      usageHelpWidth = 100,
      description =
          "Believe one TLS certificate of one server for a time, although it has ended, leads to no"
              + " root that is known here, or is for another name.",
      footer = {
        "",
        "Nothing else that is wrong with a certificate can be excepted, and nothing that the card"
            + " or the protocol verifies. It needs the right to govern, holds 31 days at most,"
            + " stands in the log, and is told each time that use is made of it. 'server check'"
            + " tells the SHA-256.",
        "",
        "Examples:",
        "  simwright server except smdp.lab --certificate 9F86D0... --until 2026-12-01 --because"
            + " renewal"
      })
  int except(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "HOST", description = "The server's name.") String host,
      @Option(
              names = "--certificate",
              required = true,
              paramLabel = "SHA256",
              description = "The SHA-256 of the certificate, 64 hex digits.")
          String certificate,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "DATE",
              converter = DayConverter.class,
              description = "The last day on which it holds, such as 2026-12-01.")
          LocalDate until,
      @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why.")
          String because,
      @Option(
              names = "--confirm",
              paramLabel = "HOST",
              description = "The server's name again, instead of being asked for it.")
          @Nullable String confirmed,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Instant end = until.plusDays(1).atStartOfDay(program.time().zone()).toInstant();
    try (Session session = program.open(place)) {
      HostException made =
          done(
              session
                  .servers()
                  .except(host, certificate, end, because, new Confirmed(confirmed, asking())));
      terminal.result(json, ExceptionWords.node(made), ExceptionWords.line(made));
      return Exit.PASSED;
    }
  }

  @Command(
      name = "exceptions",
      description = "List what is excepted, by whom and until when, and how often it was used.",
      footer = {"", "Examples:", "  simwright server exceptions"})
  int exceptions(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<HostExceptions.Line> lines = session.servers().exceptions();
      ExceptionWords words = new ExceptionWords(lines, program.time().now());
      terminal.result(json, words.node(), words.lines());
      return Exit.PASSED;
    }
  }

  @Command(
      name = "withdraw",
      description = "Withdraw what is excepted for a server; it is not believed from now on.",
      footer = {
        "",
        "Examples:",
        "  simwright server withdraw smdp.lab",
        "  simwright server withdraw smdp.lab --certificate 9F86D0..."
      })
  int withdraw(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "HOST", description = "The server's name.") String host,
      @Option(
              names = "--certificate",
              paramLabel = "SHA256",
              description = "Only what is excepted for this certificate.")
          @Nullable String certificate,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      List<HostException> gone =
          done(
              session
                  .servers()
                  .withdraw(host, Optional.ofNullable(certificate), Attendant.absent()));
      terminal.result(
          json,
          Map.of("withdrawn", gone.stream().map(ExceptionWords::node).toList()),
          gone.stream().map(each -> "Withdrawn: " + ExceptionWords.line(each)).toList());
      return Exit.PASSED;
    }
  }

  private <T> T done(Job<T> job) {
    return Work.done(program, terminal, job, LONGEST);
  }

  private Attendant asking() {
    return new TerminalAttendant(terminal, program.time());
  }

  /// A person who has typed what is to be confirmed on the command line already, or is asked.
  private record Confirmed(@Nullable String typed, Attendant asking) implements Attendant {
    @Override
    public <A> Optional<A> ask(Question<A> question) {
      if (typed == null || !(question instanceof Question.TypedConfirmation wanted)) {
        return asking.ask(question);
      }
      @SuppressWarnings("unchecked")
      Optional<A> answer = (Optional<A>) Optional.of(typed.equalsIgnoreCase(wanted.expected()));
      return answer;
    }
  }

  /// Reads what stands after `--until`.
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no date such as 2026-12-01");
      }
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
