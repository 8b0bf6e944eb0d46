package simwright.journal;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import simwright.observe.Subscription;

/// What stands in the book already, for a view that catches up with it before it is asked.
public final class Past {
  private Past() {}

  /// Passes all records from number `from` on; the number of the last one that was passed, or the
  /// one before `from`. What others append meanwhile may be among them; afterwards nothing comes.
  public static long read(Journal journal, long from, Consumer<Recorded> reader) {
    Object order = new Object();
    long[] last = {from - 1};
    boolean[] over = {false};
    try (Subscription _ =
        journal.follow(
            from,
            recorded -> {
              synchronized (order) {
                if (!over[0]) {
                  last[0] = Math.max(last[0], recorded.seq());
                  reader.accept(recorded);
                }
              }
            })) {
      synchronized (order) {
        over[0] = true;
        return last[0];
      }
    }
  }

  /// The same for those records that matter, as what they say.
  public static <T> long read(
      Journal journal,
      long from,
      Predicate<Recorded> matters,
      Function<Recorded, T> says,
      Consumer<T> reader) {
    return read(
        journal,
        from,
        recorded -> {
          if (matters.test(recorded)) {
            reader.accept(says.apply(recorded));
          }
        });
  }
}
