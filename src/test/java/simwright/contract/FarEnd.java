package simwright.contract;

import simwright.time.Deadline;

/// The other end of a live link, and the thread body that plays a script on it.
public interface FarEnd {
  /// Reads 1 or more bytes, 0 at the deadline, -1 when over.
  int read(byte[] buffer, Deadline deadline);

  /// Writes all bytes.
  void write(byte[] bytes, Deadline deadline);

  /// Ends the link from this side.
  void hangUp();

  /// Plays a script until its end or the link's.
  default void play(Script script, Deadline deadline) {
    for (Script.Turn turn : script.turns()) {
      int left = turn.expected().length;
      while (left > 0) {
        int n = read(new byte[left], deadline);
        if (n < 0 || deadline.passed()) {
          return;
        }
        left -= n;
      }
      if (turn.answer().length > 0) {
        write(turn.answer(), deadline);
      }
    }
    if (script.hangsUp()) {
      hangUp();
    }
  }
}
