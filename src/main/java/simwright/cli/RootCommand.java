package simwright.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line itself.
@Command(
    name = "simwright",
    description = "A console for cellular modems and eSIMs. Without a command it opens the window.",
    footer = {
      "",
      "Examples:",
      "  simwright devices",
      "  simwright probe /dev/ttyUSB2 --json",
      "  simwright accept run first-boot --device /dev/ttyUSB2 --out report"
    })
public final class RootCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
