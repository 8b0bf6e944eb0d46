package simwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/// The exit codes of every command.
public final class Exit {
  /// All is well, or the plan passed.
  public static final int PASSED = 0;

  /// The device failed the plan, or the check found something.
  public static final int FAILED = 1;

  /// The command line was wrong.
  public static final int USAGE = 2;

  /// The bench, the port or the program failed, or a run proved nothing; it says nothing about the
  /// device.
  public static final int BENCH_ERROR = 3;

  /// A person, or a rule, stopped it.
  public static final int ABORTED = 4;

  private Exit() {}

  /// Puts the exit codes into the help of a command and of all below it.
  public static void document(CommandLine command) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(" " + PASSED, "passed, or done");
    words.put(" " + FAILED, "failed: the device, a check, or a search that found nothing");
    words.put(" " + USAGE, "wrong usage: nothing was done");
    words.put(" " + BENCH_ERROR, "bench error (port, device, disk or program), or inconclusive");
    words.put(" " + ABORTED, "stopped, by a person or a rule");
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(words);
    command.getSubcommands().values().forEach(Exit::document);
  }
}
