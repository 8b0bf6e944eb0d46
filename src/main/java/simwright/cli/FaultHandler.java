package simwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.JobCodes;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// The one place where a fault becomes words and an exit code.
public final class FaultHandler implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  /// What was typed names nothing there is: wrong usage, as a misspelt option is.
  private static final Set<String> WRONG_NAMES =
      Set.of(
          "acceptance/no-plan",
          "acceptance/broken-plan",
          "acceptance/no-run",
          "acceptance/unfit-limits",
          "failover/no-policy",
          "failover/no-decision",
          "failover/broken-policy",
          "failover/broken-trace",
          "catalog/ambiguous",
          "catalog/broken-file",
          "catalog/broken-plan",
          "catalog/broken-rules",
          "catalog/no-access-rule",
          "catalog/no-operator",
          "catalog/no-password",
          "catalog/no-profile",
          "catalog/no-receipt",
          "catalog/no-ticket",
          "catalog/not-allowed",
          "catalog/revocation-incomplete",
          "lab/fault-unknown",
          "keys/client-name",
          "keys/client-unknown",
          "lab/not-offered",
          "outlet/address",
          "quota/broken-import",
          "quota/broken-rules",
          "rollout/broken-registry",
          "rsp/name",
          "trust/exception",
          "trust/no-exception",
          "link/unsupported");

  /// What was checked is not as it was made, or ought to be.
  private static final Set<String> NOT_WHOLE =
      Set.of("store/damaged", "bundle/tampered", "catalog/not-mended");

  private final Terminal terminal;

  /// Says it on this terminal.
  public FaultHandler(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Fault fault = known(thrown).orElseGet(() -> defect(thrown, command));
    Optional<Entry> entry = Runbook.shipped().entry(fault.code());
    if (command.getParseResult().hasMatchedOption("--json")) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("error", fault.code().toString());
      error.put("doing", Redactor.redact(fault.doing()));
      error.put("where", fault.where());
      error.put("evidence", Redactor.redact(fault.evidence().orElse("")));
      error.put("title", entry.map(Entry::title).orElse(""));
      error.put("state", fault.state().or(() -> entry.map(Entry::state)).orElse(""));
      error.put("next", entry.map(Entry::next).orElse(""));
      terminal.json(error);
    } else {
      terminal.say(
          entry.map(Entry::title).orElse("It did not work")
              + " (while "
              + Redactor.redact(fault.doing())
              + ", "
              + fault.where()
              + ")");
      fault
          .evidence()
          .filter(evidence -> !evidence.isBlank())
          .ifPresent(evidence -> terminal.say("  " + Redactor.redact(evidence)));
      fault
          .state()
          .or(() -> entry.map(Entry::state))
          .ifPresent(state -> terminal.say("  Now: " + state));
      entry.ifPresent(e -> terminal.say("  Next: " + e.next()));
      terminal.say("  Code: " + fault.code());
    }
    return exit(fault);
  }

  /// The fault itself, or the one that the window could not open for.
  private static Optional<Fault> known(@Nullable Throwable thrown) {
    if (thrown == null || thrown instanceof Fault) {
      return Optional.ofNullable((Fault) thrown);
    }
    return known(thrown.getCause());
  }

  /// What nobody foresaw; where it happened is logged with SIMWRIGHT_LOG=DEBUG.
  private static Fault defect(Exception thrown, CommandLine command) {
    LOG.debug("a defect", thrown);
    return new Fault(
        JobCodes.DEFECT,
        "carrying out a command",
        command.getCommandSpec().qualifiedName(),
        thrown.toString(),
        thrown);
  }

  private static int exit(Fault fault) {
    boolean misspelt =
        WRONG_NAMES.contains(fault.code().toString())
            || fault.code().toString().startsWith("rsp/code-");
    return fault.code().equals(Cancel.CANCELLED)
        ? Exit.ABORTED
        : misspelt
            ? Exit.USAGE
            : NOT_WHOLE.contains(fault.code().toString()) ? Exit.FAILED : Exit.BENCH_ERROR;
  }
}
