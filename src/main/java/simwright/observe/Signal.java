package simwright.observe;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A stream of happenings without a current value, such as unsolicited result codes.
public final class Signal<T> {
  private final CopyOnWriteArrayList<Consumer<? super T>> watchers = new CopyOnWriteArrayList<>();

  /// Calls `watcher` for every happening until the handle is closed.
  public Subscription subscribe(Consumer<? super T> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /// Tells all watchers, in the order they came.
  public void emit(T happening) {
    watchers.forEach(watcher -> watcher.accept(happening));
  }
}
