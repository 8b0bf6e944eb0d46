package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.time.SystemTime;

/// Decisions are found by device without reading the whole log for them.
class SelectionLogTest {
  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept kept;
  private final SelectionLog log;

  SelectionLogTest(@TempDir Path folder) {
    kept = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    log = new SelectionLog(kept.store(), kept.audit());
  }

  private void decide(SelectionLog into, String device, String id) {
    Machine machine = new Machine(Examples.policy(Duration.ofMinutes(1), 10));
    Decision decision =
        machine.next(
            Machine.start(Examples.START),
            Examples.situation(
                Examples.START.plusSeconds(5),
                Situation.Signs.NO_SERVICE,
                Optional.of(Examples.LOCAL.iccid())));
    into.decided(device, id, decision, "example");
  }

  private static List<String> ids(List<SelectionEntry> entries) {
    return entries.stream().map(each -> each.what() + " " + each.id()).toList();
  }

  @Test
  void eachDeviceHasItsOwnOldestFirstAndWhatCameOfThem() {
    decide(log, "a", "1.1");
    decide(log, "b", "2.1");
    log.carriedOut("a", "1.1", "refused", "HOME", "Nobody agreed.", State.SUSPECT);
    decide(log, "serial:860000000000001", "3.1");
    assertEquals(List.of("decided 1.1", "carried-out 1.1"), ids(log.of("a")));
    assertEquals(Optional.of(State.SUSPECT), log.of("a").getLast().state());
    assertEquals(Optional.of(State.SUSPECT), log.of("b").getFirst().state());
    assertEquals("hold-off", log.of("b").getFirst().rule());
    assertEquals(List.of("decided 3.1"), ids(log.of("serial:860000000000001")), "shortened");
    assertEquals(4, log.all().size());
    assertEquals(ids(log.all()), ids(new SelectionLog(kept.store(), kept.audit()).all()));
  }

  /// A log that tells from which record on it was read.
  private record Told(Journal inner, List<Long> from) implements Journal {
    @Override
    public Recorded append(Event event) {
      return inner.append(event);
    }

    @Override
    public Subscription follow(long first, java.util.function.Consumer<Recorded> reader) {
      from.add(first);
      return inner.follow(first, reader);
    }
  }

  @Test
  void whatWasReadOnceIsNotReadAgain() {
    List<Long> from = new java.util.ArrayList<>();
    SelectionLog told = new SelectionLog(kept.store(), new Told(kept.audit(), from));
    for (int i = 0; i < 20; i++) {
      var unused = kept.audit().append(new Event.Asked("j" + i, "device.connect", "a", Map.of()));
    }
    decide(told, "a", "1.1");
    assertEquals(1, told.of("a").size());
    long all = kept.audit().anchor().size();
    assertEquals(1, told.all().size());
    assertEquals(List.of(1L, all + 1), from);
  }
}
