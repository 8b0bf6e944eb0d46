package simwright.link.adb;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// Which handsets the adb server lists, as it tells every change of them, on a thread of its own.
/// The thread ends when nobody has asked for a while. Where no server listens there are none; none
/// is started.
final class HandsetWatch {
  private static final Logger LOG = LoggerFactory.getLogger(HandsetWatch.class);
  private static final Duration FIRST = Duration.ofMillis(700);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration UNASKED = Duration.ofSeconds(5);
  private static final String WHERE = "the list of handsets";

  private final ServerPlace server;
  private final Time time;
  private List<DeviceLine> handsets = List.of();
  private boolean looking;
  private boolean looked;
  private Deadline asked;

  HandsetWatch(ServerPlace server, Time time) {
    this.server = server;
    this.time = time;
    this.asked = time.deadline(UNASKED);
  }

  /// What was told last; the first who asks waits for the first answer, within bounds.
  synchronized List<DeviceLine> handsets() {
    asked = time.deadline(UNASKED);
    if (!looking) {
      looking = true;
      looked = false;
      Thread unused = time.start("handsets", this::run);
    }
    boolean unused = time.await(this, () -> looked, time.deadline(FIRST));
    looked = true;
    return handsets;
  }

  private void run() {
    try {
      while (wanted()) {
        try (AdbConnection connection = AdbConnection.open(server, WHERE, time.deadline(QUIET))) {
          follow(connection);
        } catch (Fault off) {
          LOG.debug("no handsets: {}", off.code());
          tell(List.of());
          time.sleep(PAUSE);
        }
      }
    } finally {
      stopped();
    }
  }

  private void follow(AdbConnection connection) {
    connection.ask("host:track-devices-l", time.deadline(QUIET));
    while (wanted()) {
      try {
        tell(DeviceLine.all(connection.text(time.deadline(QUIET))));
      } catch (Fault quiet) {
        if (!quiet.code().equals(LinkCodes.COMMAND_TIMEOUT)) {
          throw quiet;
        }
      }
    }
  }

  private synchronized void tell(List<DeviceLine> now) {
    handsets = now;
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
