package simwright.time;

/// A task that was put off or repeats; cancelling it twice does nothing.
@FunctionalInterface
public interface Task extends AutoCloseable {
  /// Ends it; a run under way finishes.
  void cancel();

  @Override
  default void close() {
    cancel();
  }
}
