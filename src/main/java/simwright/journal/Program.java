package simwright.journal;

import java.util.Optional;

/// Which program wrote a record, so that what a program that is gone left open can be ended by
/// another one.
public final class Program {
  private Program() {}

  /// This program: its process and when it began, so that another one of the same number is not
  /// taken for it.
  public static String here() {
    return named(ProcessHandle.current());
  }

  /// Whether the program of that name still runs here.
  public static boolean runs(String name) {
    Optional<Long> pid =
        Optional.of(name.split(" ", 2)[0]).filter(n -> n.matches("[0-9]{1,18}")).map(Long::valueOf);
    return pid.flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .map(Program::named)
        .filter(name::equals)
        .isPresent();
  }

  private static String named(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
  }
}
