package simwright.link.serial;

import java.util.List;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;

/// What is asked of the machine's serial driver, so that its refusals can be played in a test.
interface SerialDriver {
  /// How long one read waits; the longest a close can be held up.
  int READ_MILLIS = 50;

  /// The ports it lists, with as much as it knows.
  List<PortInfo> list();

  /// Opens exclusively with 8N1.
  Opened open(String path, LinkSettings settings) throws Refused;

  /// An open port.
  interface Opened {
    /// Bytes read: 0 when none came within `READ_MILLIS`, -1 after a hang-up.
    int read(byte[] buffer);

    /// Bytes taken, without waiting for room; negative after a hang-up.
    int write(byte[] bytes);

    /// Bytes taken that have not left yet.
    int waiting();

    /// Closes; may block for ever when the device has vanished.
    void close();
  }

  /// The operating system refused with this error number (errno on Unix).
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int error;

    Refused(int error) {
      super("error " + error);
      this.error = error;
    }

    int error() {
      return error;
    }
  }
}
