package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import simwright.at.AtEngine;
import simwright.observe.Subscription;
import simwright.time.Time;

/// The unsolicited lines of one kind that come from the moment it is made, for commands whose
/// outcome follows their OK.
final class Heard implements AutoCloseable {
  private final List<String> lines = new ArrayList<>();
  private final Subscription listening;

  Heard(AtEngine engine, Predicate<String> wanted) {
    listening =
        engine
            .urcs()
            .subscribe(urc -> {
              if (wanted.test(urc.line())) {
                add(urc.line());
              }
            });
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  /// The lines by the time they are complete, or the time is over.
  List<String> await(Predicate<List<String>> complete, Duration within, Time time) {
    synchronized (lines) {
      boolean unused = time.await(lines, () -> complete.test(lines), time.deadline(within));
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    listening.close();
  }
}
