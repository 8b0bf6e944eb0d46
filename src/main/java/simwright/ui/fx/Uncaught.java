package simwright.ui.fx;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.observe.Subscription;

/// What breaks on the screen's thread and is caught by nobody: logged once for each place, and told
/// with a code, so that a screen that is wrong from then on does not look right. A fault that has a
/// code of its own is told as it is.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  private final Consumer<Fault> tell;
  private final Set<String> known = new HashSet<>();

  Uncaught(Consumer<Fault> tell) {
    this.tell = tell;
  }

  /// Listens on the thread that calls, which is the screen's, until the handle is closed on it.
  public static Subscription onThisThread(Consumer<Fault> tell) {
    Thread screen = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = screen.getUncaughtExceptionHandler();
    screen.setUncaughtExceptionHandler(new Uncaught(tell));
    return () -> screen.setUncaughtExceptionHandler(before);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable broken) {
    if (broken instanceof Fault fault) {
      tell.accept(fault);
      return;
    }
    if (known.add(place(broken))) {
      LOG.error("the screen broke", broken);
      tell.accept(
          new Fault(
              ScreenCodes.DEFECT,
              Text.of("screen.showing"),
              Text.of("frame.name"),
              broken.getClass().getSimpleName(),
              broken));
    }
  }

  private static String place(Throwable broken) {
    StackTraceElement[] trace = broken.getStackTrace();
    return broken.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
  }
}
