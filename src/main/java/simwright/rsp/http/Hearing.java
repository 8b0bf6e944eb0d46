package simwright.rsp.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import simwright.time.Deadline;
import simwright.time.Time;

/// Hears each piece of an answer as it comes, so that a silent server is told from a slow one.
final class Hearing {
  private final Time time;
  private long pieces;

  Hearing(Time time) {
    this.time = time;
  }

  /// Something came, or whoever waits has another reason to look.
  synchronized void heard() {
    pieces++;
    notifyAll();
  }

  /// Waits until `over` holds; false where nothing was heard for `silence`, or the deadline passes.
  synchronized boolean until(BooleanSupplier over, Duration silence, Deadline deadline) {
    boolean goesOn = true;
    while (goesOn && !over.getAsBoolean()) {
      long before = pieces;
      goesOn =
          time.await(this, () -> pieces != before || over.getAsBoolean(), deadline.atMost(silence));
    }
    return over.getAsBoolean();
  }

  /// A body that is taken as before, and heard.
  <T> BodyHandler<T> of(BodyHandler<T> taken) {
    return head -> {
      heard();
      return new Ear<>(taken.apply(head));
    };
  }

  private final class Ear<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> taken;

    Ear(BodySubscriber<T> taken) {
      this.taken = taken;
    }

    @Override
    public CompletionStage<T> getBody() {
      return taken.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      taken.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
      heard();
      taken.onNext(piece);
    }

    @Override
    public void onError(Throwable thrown) {
      taken.onError(thrown);
    }

    @Override
    public void onComplete() {
      taken.onComplete();
    }
  }
}
