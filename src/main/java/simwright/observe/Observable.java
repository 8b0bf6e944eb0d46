package simwright.observe;

import java.util.function.Consumer;

/// A value that can be read and watched. Watchers are called on the thread that changed the value
/// and must be quick.
public interface Observable<T> {
  /// The value now.
  T get();

  /// Calls `watcher` with the value now and after every change, until the handle is closed.
  Subscription subscribe(Consumer<? super T> watcher);
}
