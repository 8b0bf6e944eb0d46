package simwright.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import simwright.observe.Subscription;

/// What stands in the book is passed once, and nothing comes afterwards.
class PastTest {
  private final List<Consumer<Recorded>> followers = new ArrayList<>();

  /// A book that still tells a follower who has just left, as one does that tells from a thread of
  /// its own.
  private final Journal book =
      new Journal() {
        @Override
        public Recorded append(Event event) {
          throw new AssertionError("nothing is appended here");
        }

        @Override
        public Subscription follow(long from, Consumer<Recorded> reader) {
          followers.add(reader);
          reader.accept(record(from));
          reader.accept(record(from + 1));
          return () -> {};
        }
      };

  @Test
  void whatIsAppendedAfterTheCatchUpDoesNotComeIntoIt() {
    List<Recorded> read = new ArrayList<>();
    assertEquals(4, Past.read(book, 3, read::add));
    followers.forEach(each -> each.accept(record(5)));
    assertEquals(List.of(3L, 4L), read.stream().map(Recorded::seq).toList());
  }

  private static Recorded record(long seq) {
    return new Recorded(seq, Instant.EPOCH, "anna", "a.kind", "{}");
  }
}
