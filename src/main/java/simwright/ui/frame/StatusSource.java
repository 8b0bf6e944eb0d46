package simwright.ui.frame;

import simwright.observe.Observable;

/// What the status bar shows of the rest of the program.
public interface StatusSource {
  /// The log in brief.
  Observable<LogState> log();

  /// Whether what is shown is a bundle that somebody sent, read-only.
  default boolean bundle() {
    return false;
  }

  /// Whether the last check of the log was good, how many records it has, and how many of them no
  /// anchor outside the file covers.
  record LogState(boolean good, long records, long unanchored) {}
}
