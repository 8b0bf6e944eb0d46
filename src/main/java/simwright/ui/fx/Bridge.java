package simwright.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import simwright.observe.Observable;
import simwright.observe.Subscription;

/// The one way onto the screen's thread. What changes faster than the screen can show is coalesced:
/// between two turns of the screen's thread the last value wins.
public final class Bridge {
  private final Consumer<Runnable> thread;

  private Bridge(Consumer<Runnable> thread) {
    this.thread = thread;
  }

  /// Onto JavaFX's application thread.
  public static Bridge toScreen() {
    return new Bridge(Platform::runLater);
  }

  /// At once on the caller's thread, where no screen is.
  public static Bridge atOnce() {
    return new Bridge(Runnable::run);
  }

  /// By a queue of the caller's own, which decides when the screen's turn comes.
  public static Bridge by(Consumer<Runnable> queue) {
    return new Bridge(queue);
  }

  /// Runs an act on the screen's thread; each one, in order.
  public void run(Runnable act) {
    thread.accept(act);
  }

  /// Shows the value now and after changes until the handle is closed; last value wins.
  public <T> Subscription watch(Observable<T> source, Consumer<? super T> show) {
    AtomicReference<@Nullable T> latest = new AtomicReference<>();
    AtomicBoolean queued = new AtomicBoolean();
    AtomicBoolean closed = new AtomicBoolean();
    Runnable turn =
        () -> {
          queued.set(false);
          T value = latest.get();
          if (value != null && !closed.get()) {
            show.accept(value);
          }
        };
    Subscription inner =
        source.subscribe(value -> {
          latest.set(value);
          if (queued.compareAndSet(false, true)) {
            thread.accept(turn);
          }
        });
    return () -> {
      closed.set(true);
      inner.close();
    };
  }
}
