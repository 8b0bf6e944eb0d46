package simwright.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signals by which a person (Ctrl C) or a supervisor asks this program to stop. While somebody
/// listens they no longer end the program by themselves, and may come again and again.
public final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
  private static final List<String> NAMES = List.of("INT", "TERM");
  private static final MethodType NOTHING = MethodType.methodType(void.class);

  private StopSignals() {}

  /// Runs `asked` at every such signal until the task is cancelled. Where the platform has none,
  /// nothing happens, and a signal ends the program as ever.
  public static Task on(Runnable asked) {
    List<Task> back = new ArrayList<>();
    for (String name : NAMES) {
      try {
        back.add(handle(name, asked));
      } catch (ReflectiveOperationException | IllegalArgumentException none) {
        LOG.debug("signal {} cannot be followed: {}", name, none.toString());
      }
    }
    return () -> back.forEach(Task::cancel);
  }

  /// The platform's class is reached by name, as the compiler warns of it in every other way.
  private static Task handle(String name, Runnable asked) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    MethodHandle run = MethodHandles.lookup().findVirtual(Runnable.class, "run", NOTHING);
    Object ours =
        MethodHandleProxies.asInterfaceInstance(
            handler, MethodHandles.dropArguments(run.bindTo(asked), 0, signal));
    Object which = signal.getConstructor(String.class).newInstance(name);
    var handle = signal.getMethod("handle", signal, handler);
    Object before = handle.invoke(null, which, ours);
    return () -> {
      try {
        var unused = handle.invoke(null, which, before);
      } catch (ReflectiveOperationException gone) {
        LOG.debug("signal {} is not given back: {}", name, gone.toString());
      }
    };
  }
}
