package simwright.link;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import simwright.time.Deadline;
import simwright.time.Time;

/// What is there, looked up on a thread of its own, as looking may take as long as it likes. The
/// thread ends when nobody has asked for a while.
public final class Watched<T> {
  private static final Duration UNASKED = Duration.ofSeconds(5);

  private final String name;
  private final Duration first;
  private final Look<T> look;
  private final Time time;
  private List<T> found = List.of();
  private boolean looking;
  private boolean looked;
  private Deadline asked;

  /// How it is looked: until nobody wants it any more, each finding is told.
  @FunctionalInterface
  public interface Look<T> {
    /// Looks, as long as it is `wanted`.
    void during(BooleanSupplier wanted, Consumer<List<T>> tell);
  }

  /// Who asks first waits so long for the first finding.
  public Watched(String name, Duration first, Look<T> look, Time time) {
    this.name = name;
    this.first = first;
    this.look = look;
    this.time = time;
    this.asked = time.deadline(UNASKED);
  }

  /// What was found last.
  public synchronized List<T> now() {
    asked = time.deadline(UNASKED);
    if (!looking) {
      looking = true;
      looked = false;
      Thread unused = time.start(name, this::run);
    }
    // what holds the first look holds nobody a second time
    boolean unused = time.await(this, () -> looked, time.deadline(first));
    looked = true;
    return found;
  }

  private void run() {
    try {
      look.during(this::wanted, this::tell);
    } finally {
      stopped();
    }
  }

  private synchronized void tell(List<T> now) {
    found = now;
    looked = true;
    notifyAll();
  }

  private synchronized boolean wanted() {
    looking = !asked.passed();
    return looking;
  }

  private synchronized void stopped() {
    looking = false;
    looked = true;
    notifyAll();
  }
}
