package simwright.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.job.BundleActs;
import simwright.report.bundle.Bundle;
import simwright.rsp.ActivationCode;

/// Opens the window, as the program does without a command, with a data folder or bench of one's
/// own.
@Command(
    name = "console",
    description = "Open the window, as without a command, and return when it is closed.",
    footer = {
      "",
      "Without --bench the console starts a simulated bench of its own.",
      "",
      "Examples:",
      "  simwright console --data D",
      "  simwright console --bench B",
      "  simwright console --bundle bundle.zip",
      "  simwright console 'lpa:1$smdp.example.com$ABC-123'",
      "  simwright console --lab-root ci.pem --connect-to smdp.lab=127.0.0.1:8443",
      "  simwright console --until-painted"
    })
public final class ConsoleCommand implements Callable<Integer> {
  @Mixin Place place = new Place();

  @Mixin Network network = new Network();

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description =
          "Begin with the download of this activation code or lpa: link; nothing is asked of a"
              + " server before a person begins it.")
  @Nullable String link;

  @Option(
      names = "--until-painted",
      description =
          "Close the window as soon as its first picture is painted: to train an AOT cache, or to"
              + " see how long it takes.")
  boolean untilPainted;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Show this diagnostics bundle instead, read-only, once its proof holds.")
  @Nullable Path bundle;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "With --bundle: the public key of the bench that it must be from.")
  @Nullable Path key;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public ConsoleCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Bundle.Opened> shown =
        Optional.ofNullable(bundle).map(file -> BundleActs.open(file, Optional.ofNullable(key)));
    if (!program.displayed()) {
      terminal.say("There is no display to open a window on.");
      return Exit.BENCH_ERROR;
    }
    program.console(
        place,
        network,
        new Window(
            Optional.ofNullable(link).map(ActivationCode::read),
            shown,
            untilPainted,
            () -> terminal.line("The first picture of the window is painted.")));
    return Exit.PASSED;
  }
}
