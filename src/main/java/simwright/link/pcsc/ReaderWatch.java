package simwright.link.pcsc;

import java.time.Duration;
import java.util.List;
import simwright.link.PortInfo;
import simwright.time.Deadline;
import simwright.time.Time;

/// Which readers there are and whether a card is in them, looked up on a thread of its own, as a
/// reader may hold whoever asks it. The thread ends when nobody has asked for a while.
final class ReaderWatch {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final Duration UNASKED = Duration.ofSeconds(5);

  private final CardService service;
  private final Time time;
  private List<PortInfo> readers = List.of();
  private boolean looking;
  private boolean looked;
  private Deadline asked;

  ReaderWatch(CardService service, Time time) {
    this.service = service;
    this.time = time;
    this.asked = time.deadline(UNASKED);
  }

  /// What was seen last; the first who asks waits for the first look, within bounds.
  synchronized List<PortInfo> readers() {
    asked = time.deadline(UNASKED);
    if (!looking) {
      looking = true;
      looked = false;
      Thread unused = time.start("card readers", this::run);
    }
    // a reader that holds the first look holds nobody a second time
    boolean unused = time.await(this, () -> looked, time.deadline(FIRST));
    looked = true;
    return readers;
  }

  private void run() {
    try {
      while (wanted()) {
        List<PortInfo> now = ReaderList.now(service);
        synchronized (this) {
          readers = now;
          looked = true;
          notifyAll();
        }
        time.sleep(PAUSE);
      }
    } finally {
      stopped();
    }
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
