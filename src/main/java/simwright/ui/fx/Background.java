package simwright.ui.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.time.Time;

/// Where a screen has slow reading done, so that its own thread never waits.
@FunctionalInterface
public interface Background {
  /// Does `work` elsewhere, then hands the result, or the fault it ended by, to the screen's
  /// thread.
  <T> void run(String name, Supplier<T> work, Consumer<? super T> then, Consumer<Fault> failed);

  /// On threads of their own, back by the bridge.
  static Background threads(Time time, Bridge bridge) {
    return new Background() {
      @Override
      public <T> void run(
          String name, Supplier<T> work, Consumer<? super T> then, Consumer<Fault> failed) {
        time.start(name, () -> work(work, then, failed, bridge));
      }
    };
  }

  /// At once on the caller's thread.
  static Background atOnce() {
    return new Background() {
      @Override
      public <T> void run(
          String name, Supplier<T> work, Consumer<? super T> then, Consumer<Fault> failed) {
        work(work, then, failed, Bridge.atOnce());
      }
    };
  }

  private static <T> void work(
      Supplier<T> work, Consumer<? super T> then, Consumer<Fault> failed, Bridge bridge) {
    T found;
    try {
      found = work.get();
    } catch (Fault fault) {
      bridge.run(() -> failed.accept(fault));
      return;
    }
    bridge.run(() -> then.accept(found));
  }
}
