package simwright.journal;

import java.util.function.Consumer;
import simwright.observe.Subscription;

/// Where events are appended and followed. Who and when, and that it was in a lab, is added by the
/// journal itself.
public interface Journal {
  /// Appends and returns when the record is on disk.
  Recorded append(Event event);

  /// Calls `reader` with every record from number `from` on, the past ones first, then each new one
  /// after it is on disk.
  Subscription follow(long from, Consumer<Recorded> reader);

  /// Whether what is appended now is marked as done in a lab, where test roots are believed.
  default boolean lab() {
    return false;
  }
}
