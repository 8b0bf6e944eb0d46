package simwright.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;

/// What all devices ask, one after the other: the oldest first. The asking thread waits for the
/// answer, at most as long as the question says; nothing else waits for it.
public final class QuestionQueue {
  private final Time time;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Asked<?>> asked = new ConcurrentHashMap<>();
  private final Value<List<Waiting>> waiting = new Value<>(List.of());

  /// Nothing is asked yet.
  public QuestionQueue(Time time) {
    this.time = time;
  }

  /// A question that waits, the device it belongs to, and when it was asked.
  public record Waiting(long number, String device, Question<?> question, Instant since) {
    /// How long it will still wait.
    public Duration left(Instant now) {
      Duration left = question.within().minus(Duration.between(since, now));
      return left.isNegative() ? Duration.ZERO : left;
    }
  }

  /// Who answers what a device asks.
  public Attendant of(String device) {
    return new Attendant() {
      @Override
      public <A> Optional<A> ask(Question<A> question) {
        return QuestionQueue.this.ask(device, question);
      }
    };
  }

  /// The questions that wait, oldest first.
  public Observable<List<Waiting>> waiting() {
    return waiting;
  }

  /// Answers a question; it must be one that the question takes.
  public void answer(long number, Object answer) {
    end(number, answer);
  }

  /// Says nothing to a question.
  public void pass(long number) {
    end(number, null);
  }

  /// Says nothing to all that a device asks: its run is being stopped.
  public void leave(String device) {
    waiting.get().stream()
        .filter(each -> each.device().equals(device))
        .forEach(each -> end(each.number(), null));
  }

  private void end(long number, @Nullable Object answer) {
    Optional.ofNullable(asked.get(number)).ifPresent(each -> each.end(answer));
  }

  private <A> Optional<A> ask(String device, Question<A> question) {
    Waiting shown = new Waiting(numbers.incrementAndGet(), device, question, time.now());
    Asked<A> one = new Asked<>();
    asked.put(shown.number(), one);
    var unusedBefore =
        waiting.update(old -> Stream.concat(old.stream(), Stream.of(shown)).toList());
    try {
      synchronized (one) {
        return time.await(one, () -> one.over, time.deadline(question.within()))
            ? Optional.ofNullable(one.answer)
            : question.byDefault();
      }
    } finally {
      asked.remove(shown.number());
      var unusedAfter =
          waiting.update(old -> old.stream().filter(each -> !each.equals(shown)).toList());
    }
  }

  private static final class Asked<A> {
    private @Nullable A answer;
    private boolean over;

    @SuppressWarnings("unchecked")
    synchronized void end(@Nullable Object given) {
      if (!over) {
        answer = (A) given;
        over = true;
        notifyAll();
      }
    }
  }
}
