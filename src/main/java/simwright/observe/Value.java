package simwright.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An observable value that its owner sets. Changes are delivered in order; equal values are not
/// delivered again.
public final class Value<T> implements Observable<T> {
  private final CopyOnWriteArrayList<Consumer<? super T>> watchers = new CopyOnWriteArrayList<>();

  /// Read without the lock, so that a watcher of one value may look at another one.
  private volatile T value;

  /// Starts with a first value.
  public Value(T first) {
    this.value = Objects.requireNonNull(first);
  }

  @Override
  public T get() {
    return value;
  }

  /// Sets the value and tells the watchers when it changed.
  public void set(T next) {
    update(old -> next);
  }

  /// Changes the value by a function of the old one, as one step, and returns the new one.
  public synchronized T update(UnaryOperator<T> change) {
    T next = Objects.requireNonNull(change.apply(value));
    if (!next.equals(value)) {
      value = next;
      List<Consumer<? super T>> all = new ArrayList<>(watchers);
      all.forEach(watcher -> watcher.accept(next));
    }
    return next;
  }

  @Override
  public synchronized Subscription subscribe(Consumer<? super T> watcher) {
    watchers.add(watcher);
    watcher.accept(value);
    return () -> watchers.remove(watcher);
  }
}
