package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Attendant;
import simwright.catalog.CatalogProfile;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.job.LifecycleActs;
import simwright.rollout.retirement.Receipt;
import simwright.rollout.retirement.Retiring;

/// Retires a profile for good, together with its operator.
@Command(
    name = "retire",
    description = "Retire a profile for good together with its operator; again to go on.",
    footer = {
      "",
      "Not installed: its order is ended at the SM-DP+. Installed: the operator suspends the line"
          + " (send",
      "it --ticket, hand in its --receipt), the profile is disabled and deleted on the --device,"
          + " and its",
      "server told. Until all of it was seen the revocation is incomplete, and what is missing is"
          + " named.",
      "0 where all was seen, else 1.",
      "",
      "Examples:",
      "  simwright catalog retire TRAVEL-EU-STANDBY --why 'contract ended' --bench B",
      "  simwright catalog retire PROD-FR-PARIS-2026 --ticket ticket.json",
      "  simwright catalog retire PROD-FR-PARIS-2026 --receipt OP-2026-4711"
    })
public final class CatalogRetireCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final Program program;
  private final Terminal terminal;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin OrderOptions options = new OrderOptions();

  @Parameters(
      paramLabel = "PROFILE",
      description = "Its name, its ICCID, or at least the last eight digits of it.")
  String profile = "";

  @Option(
      names = "--device",
      paramLabel = "LINK",
      description = "The device whose card it is on, where it is at hand.")
  @Nullable String device;

  @Option(
      names = "--why",
      paramLabel = "WORDS",
      defaultValue = "end of life",
      description = "Why (${DEFAULT-VALUE}).")
  String why = "end of life";

  @Option(
      names = "--ticket",
      paramLabel = "FILE",
      description = "Write what the operator is to be asked there.")
  @Nullable Path ticket;

  @Option(
      names = "--identified",
      description = "The ticket has whole numbers; needs the role, and is recorded.")
  boolean identified;

  @Option(
      names = "--receipt",
      paramLabel = "TEXT",
      description = "The operator's reference, which answers the ticket.")
  @Nullable String receipt;

  @Option(
      names = "--receipt-file",
      paramLabel = "FILE",
      description = "The operator's receipt as a text file that names the ticket.")
  @Nullable Path receiptFile;

  @Option(names = "--yes", description = "Consent, also to the loss, without being asked.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "DIGITS",
      description = "The last four digits of the ICCID, instead of typing them when asked.")
  @Nullable String typed;

  /// On this terminal.
  public CatalogRetireCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (receipt != null && receiptFile != null) {
      throw new ParameterException(
          spec.commandLine(), "--receipt and --receipt-file exclude each other");
    }
    Attendant attendant =
        OrderOptions.attendant(program, terminal, yes, Optional.ofNullable(typed));
    try (Session session = program.open(served(), options.network)) {
      CatalogProfile found = session.catalog().find(profile);
      Optional<String> id =
          Optional.ofNullable(device).map(link -> session.acts().idOf(session.address(link)));
      LifecycleActs.Retire wish =
          new LifecycleActs.Retire(found, why, id, options.at(), taken(session, found));
      Retiring.Outcome outcome =
          Work.inOrder(program, terminal, session.lifecycle().retire(wish, attendant), LONGEST);
      if (ticket != null) {
        write(
            ticket,
            Work.done(
                program,
                terminal,
                session.lifecycle().ticket(outcome.profile(), identified, attendant),
                LONGEST));
        terminal.say("What the operator is to be asked is in " + ticket + ".");
      }
      terminal.result(options.json, LifecycleWords.node(outcome), LifecycleWords.lines(outcome));
      return outcome.retirement().complete() ? Exit.PASSED : Exit.FAILED;
    }
  }

  /// A device of a served bench brings its bench with it.
  private Place served() {
    Place place = options.place;
    return place.bench().isPresent()
        ? place
        : Optional.ofNullable(device).flatMap(program::benchOf).map(place::on).orElse(place);
  }

  private Optional<Receipt> taken(Session session, CatalogProfile found) {
    if (receiptFile != null) {
      return Optional.of(
          Receipt.of(
              read(receiptFile), receiptFile.toString(), session.lifecycle().retirement(found)));
    }
    return Optional.ofNullable(receipt).map(Receipt::typed);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "taking a receipt", file.toString(), e.getMessage(), e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Path unused = Files.writeString(file, text);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a ticket", file.toString(), e.getMessage(), e);
    }
  }
}
