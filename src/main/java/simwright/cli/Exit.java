package simwright.cli;

/// The exit codes of every command.
public final class Exit {
  /// All is well, or the plan passed.
  public static final int PASSED = 0;

  /// The device failed the plan, or the check found something.
  public static final int FAILED = 1;

  /// The command line was wrong.
  public static final int USAGE = 2;

  /// The bench, the port or the program failed; it says nothing about the device.
  public static final int BENCH_ERROR = 3;

  /// A person stopped it.
  public static final int ABORTED = 4;

  private Exit() {}
}
