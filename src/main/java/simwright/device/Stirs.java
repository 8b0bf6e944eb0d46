package simwright.device;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import simwright.at.Urc;
import simwright.hardware.HardwareProfile;

/// Counts what makes a fresh reading of a device worth while: it came back, it said something by
/// itself, it answered somebody. A modem that says it has started has to be greeted anew.
final class Stirs {
  /// What a modem says by itself when its service changes.
  private static final Set<String> NEWS =
      Set.of("+CREG", "+CGREG", "+CEREG", "+C5GREG", "+CGEV", "+CPIN", "+QSIMSTAT", "+QUSIM");

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean restarted = new AtomicBoolean();

  int count() {
    return count.get();
  }

  void add() {
    var unused = count.incrementAndGet();
  }

  void heard(Urc urc, HardwareProfile profile) {
    if (NEWS.contains(urc.prefix())) {
      add();
    }
    if (profile.readyUrcs().stream().anyMatch(urc.line().strip()::startsWith)) {
      restarted.set(true);
      add();
    }
  }

  /// Whether it has said that it started, and was not greeted since; it is greeted now.
  boolean greet() {
    return restarted.getAndSet(false);
  }
}
