package simwright.link.adb;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.link.Watched;
import simwright.time.Time;

/// Which handsets the adb server lists, as it tells every change of them. Where no server listens
/// there are none; none is started.
final class HandsetWatch {
  private static final Logger LOG = LoggerFactory.getLogger(HandsetWatch.class);
  private static final Duration FIRST = Duration.ofMillis(700);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String WHERE = "the list of handsets";

  private final ServerPlace server;
  private final Time time;
  private final Watched<DeviceLine> watched;

  HandsetWatch(ServerPlace server, Time time) {
    this.server = server;
    this.time = time;
    this.watched = new Watched<>("handsets", FIRST, this::look, time);
  }

  /// What was told last; the first who asks waits for the first answer, within bounds.
  List<DeviceLine> handsets() {
    return watched.now();
  }

  private void look(BooleanSupplier wanted, Consumer<List<DeviceLine>> tell) {
    while (wanted.getAsBoolean()) {
      try (AdbConnection connection = AdbConnection.open(server, WHERE, time.deadline(QUIET))) {
        follow(connection, wanted, tell);
      } catch (Fault off) {
        LOG.debug("no handsets: {}", off.code());
        tell.accept(List.of());
        time.sleep(PAUSE);
      }
    }
  }

  private void follow(
      AdbConnection connection, BooleanSupplier wanted, Consumer<List<DeviceLine>> tell) {
    connection.ask("host:track-devices-l", time.deadline(QUIET));
    while (wanted.getAsBoolean()) {
      try {
        tell.accept(DeviceLine.all(connection.text(time.deadline(QUIET))));
      } catch (Fault quiet) {
        if (!quiet.code().equals(LinkCodes.COMMAND_TIMEOUT)) {
          throw quiet;
        }
      }
    }
  }
}
