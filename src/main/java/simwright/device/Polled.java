package simwright.device;

/// What came of looking at a device again.
public enum Polled {
  /// It says the same as before.
  SAME,
  /// Something has changed.
  CHANGED,
  /// Somebody else wants the device; the reading gave way.
  YIELDED,
  /// It does not answer, or could not be opened.
  SILENT,
  /// There is nothing to look at: the device is not there, or nobody has connected it.
  IDLE
}
