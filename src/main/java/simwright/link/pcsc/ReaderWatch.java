package simwright.link.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import simwright.link.PortInfo;
import simwright.link.Watched;
import simwright.time.Time;

/// Which readers there are and whether a card is in them; a reader may hold whoever asks it.
final class ReaderWatch {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final CardService service;
  private final Time time;
  private final Watched<PortInfo> watched;

  ReaderWatch(CardService service, Time time) {
    this.service = service;
    this.time = time;
    this.watched = new Watched<>("card readers", FIRST, this::look, time);
  }

  /// What was seen last; the first who asks waits for the first look, within bounds.
  List<PortInfo> readers() {
    return watched.now();
  }

  private void look(BooleanSupplier wanted, Consumer<List<PortInfo>> tell) {
    while (wanted.getAsBoolean()) {
      tell.accept(ReaderList.now(service));
      time.sleep(PAUSE);
    }
  }
}
