package simwright.cli;

import picocli.CommandLine.Option;

/// How many of a list a person wants at most, the same on every such command.
public final class Most {
  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default ${DEFAULT-VALUE}).")
  private int most;

  /// 1 to 10,000.
  int count() {
    return Math.clamp(most, 1, 10_000);
  }
}
