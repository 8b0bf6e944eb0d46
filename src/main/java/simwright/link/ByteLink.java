package simwright.link;

import simwright.time.Deadline;

/// The narrow waist of every byte wire. A failed or closed link throws `Fault`s of layer `link`.
public interface ByteLink extends AutoCloseable {
  /// Where it leads.
  LinkAddress address();

  /// Reads what is there: 1 to `buffer.length` bytes; 0 when nothing came by the deadline; -1 after
  /// the far end hung up.
  int read(byte[] buffer, Deadline deadline);

  /// Writes all bytes, or throws `link/write-timeout` at the deadline.
  void write(byte[] bytes, Deadline deadline);

  /// Closes without blocking for long; a reader blocked in `read` returns -1.
  @Override
  void close();
}
