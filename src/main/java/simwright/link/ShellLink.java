package simwright.link;

import simwright.time.Deadline;

/// The narrow waist of every device that is spoken to by commands on its shell, beside `ByteLink`
/// and `CardLink`. A failed or closed link throws `Fault`s of layer `link` or of its own kind.
public interface ShellLink extends AutoCloseable {
  /// Where it leads.
  LinkAddress address();

  /// Has one command carried out and waits for its end.
  ShellSaid run(String command, Deadline deadline);

  /// Restarts the device, which ends the link.
  void reboot(Deadline deadline);

  @Override
  void close();
}
