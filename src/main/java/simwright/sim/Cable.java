package simwright.sim;

import simwright.time.Deadline;

/// What a simulated modem hangs on: a pseudo-terminal, or a wire within this program.
interface Cable extends AutoCloseable {
  /// Where a program opens it.
  String path();

  /// Reads what a program wrote: 1 or more bytes, 0 at the deadline, -1 after close.
  int read(byte[] buffer, Deadline deadline);

  /// Writes as much as there is room for by the deadline; how much that was.
  int write(byte[] bytes, Deadline deadline);

  @Override
  void close();
}
