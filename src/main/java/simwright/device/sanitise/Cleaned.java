package simwright.device.sanitise;

/// What became of one kind of trace: whether it was proven to be gone, and how; or why nothing was
/// proven. What a device cannot do or tell is never said to be clean.
public record Cleaned(Trace trace, boolean proven, String how) {
  /// Proven.
  public static Cleaned proven(Trace trace, String how) {
    return new Cleaned(trace, true, how);
  }

  /// Not proven.
  public static Cleaned open(Trace trace, String why) {
    return new Cleaned(trace, false, why);
  }

  /// In words.
  public String words() {
    return trace.words() + ": " + (proven ? "clean, " : "not proven, ") + how;
  }
}
