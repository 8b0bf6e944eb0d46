package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.DrillTime;
import simwright.acceptance.DrillTime.Occurrence;
import simwright.acceptance.Rig;
import simwright.acceptance.SelectionWork;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.time.BorrowedTime;

/// Drills by the calendar, with a clock that is set by hand: each time once, late ones missed.
class DrillActsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant ENTERED = Instant.parse("2026-11-16T12:00:00Z");

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;
  private SetTime time;
  private DrillActs drills;

  private static final class SetTime extends BorrowedTime {
    private volatile Instant now = ENTERED;

    SetTime(Rig rig) {
      super(rig.time);
    }

    @Override
    public Instant now() {
      return now;
    }
  }

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    time = new SetTime(rig);
    drills = acts();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /// As another program of the same data folder would.
  private DrillActs acts() {
    Jobs jobs = new Jobs(rig.book, Permit.all(), rig.time);
    PlanActs plans =
        new PlanActs(
            jobs,
            rig.devices,
            new PlanCards(
                () -> {
                  throw new AssertionError("no card is meant");
                },
                () -> {
                  throw new AssertionError("no server is meant");
                },
                _ -> Optional.empty(),
                Map::of,
                SelectionWork.none()),
            rig.book,
            rig.history,
            new PlanActs.Folders(rig.transcripts, folder.resolve("plans")),
            rig.time);
    return new DrillActs(jobs, plans, folder, link -> "serial:" + link, time);
  }

  private static ScheduledDrill tuesdays(String drill) {
    return new ScheduledDrill(
        "tuesdays",
        drill,
        "nowhere",
        OptionalInt.of(1),
        new DrillTime(
            Set.of(DayOfWeek.TUESDAY), LocalTime.of(3, 0), PARIS, Duration.ofMinutes(30), ENTERED));
  }

  private void added() {
    var unused = drills.add(tuesdays("local-outage"), Attendant.absent()).await(soon());
  }

  private simwright.time.Deadline soon() {
    return rig.time.deadline(Duration.ofSeconds(30));
  }

  @Test
  void aTimeIsRunOnceWhicheverProgramLooksAndAgainNextWeek() {
    added();
    time.now = Instant.parse("2026-11-17T01:59:59Z");
    assertEquals(List.of(), drills.due(), "it is 02:59:59 in Paris");
    time.now = Instant.parse("2026-11-17T02:00:00Z");
    DrillActs other = acts();
    DrillActs.Due due = drills.due().getFirst();
    assertEquals(due, other.due().getFirst(), "both see it");
    Job<simwright.acceptance.Run> job = drills.run(due, "tester").orElseThrow();
    assertThrows(Fault.class, () -> job.await(soon()), "there is no such device");
    assertTrue(other.run(due, "tester").isEmpty(), "it was taken");
    assertEquals(List.of(), other.due());
    DrillActs.Told told = other.standing().getFirst().past().getFirst();
    assertEquals("ended", told.state());
    assertEquals("error", told.verdict());
    assertEquals(1, asked("drill.scheduled"), "it stands in the log once");
    time.now = Instant.parse("2026-11-24T02:10:00Z");
    assertEquals(1, other.due().size(), "the next week");
  }

  @Test
  void whatNobodyRanInItsWindowIsMissedAndTakenDownOnce() {
    added();
    time.now = Instant.parse("2026-11-24T02:30:00Z");
    assertEquals(2, drills.standing().getFirst().missed(), "shown before anybody takes it down");
    assertEquals(List.of(), drills.due(), "half an hour is over");
    assertEquals(List.of(), acts().due());
    assertEquals(2, asked("drill.missed"));
    assertEquals(2, acts().standing().getFirst().missed());
    assertEquals(
        Instant.parse("2026-12-01T02:00:00Z"),
        drills.standing().getFirst().next().orElseThrow().at());
  }

  /// A program that was killed between the claim and the run leaves it begun: not again.
  @Test
  void aTimeThatAKilledProgramHadTakenIsNotRunAgain() throws IOException {
    added();
    time.now = Instant.parse("2026-11-17T02:05:00Z");
    Files.createDirectories(folder.resolve("drill-times"));
    Files.writeString(folder.resolve("drill-times/tuesdays@2026-11-17.json"), "");
    assertEquals(List.of(), drills.due());
    assertEquals("begun", drills.standing().getFirst().past().getFirst().state());
  }

  @Test
  void onlyDrillsAreScheduledAndWhatIsRemovedIsGone() {
    assertThrows(
        Fault.class, () -> drills.add(tuesdays("first-boot"), Attendant.absent()), "no drill");
    added();
    assertEquals(1, acts().standing().size());
    assertTrue(drills.remove("tuesdays", Attendant.absent()).await(soon()).orElseThrow());
    assertEquals(List.of(), acts().standing());
  }

  @Test
  void aScheduleThatIsWrittenWronglyIsRefusedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("drill-schedule.yaml"), "drills:\n  - {name: x, drill: y}\n");
    Fault refused = assertThrows(Fault.class, drills::standing);
    assertEquals("job/unreadable", refused.code().toString());
    assertTrue(refused.evidence().orElseThrow().contains("line 2"), refused.toString());
  }

  @Test
  void aTimeThatIsSkippedIsAnHourLaterAndOneThatComesTwiceIsTheFirst() {
    DrillTime nightly =
        new DrillTime(
            Set.of(DayOfWeek.values()),
            LocalTime.of(2, 30),
            PARIS,
            Duration.ofMinutes(90),
            Instant.parse("2026-01-01T00:00:00Z"));
    assertEquals(
        List.of("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
        at(nightly.begun(Instant.parse("2026-03-30T12:00:00Z"), 2)),
        "02:30 does not exist on 29 March: 03:30 summer time");
    assertEquals(
        List.of("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
        at(nightly.begun(Instant.parse("2026-10-26T12:00:00Z"), 2)),
        "02:30 comes twice on 25 October, and is run once");
    Occurrence twice = nightly.begun(Instant.parse("2026-10-25T01:40:00Z"), 0).getFirst();
    assertTrue(
        twice.due(Instant.parse("2026-10-25T01:40:00Z")), "the same one, still in its window");
    assertEquals(
        Instant.parse("2026-10-26T01:30:00Z"),
        nightly.next(Instant.parse("2026-10-25T00:30:00Z")).orElseThrow().at());
  }

  private static List<String> at(List<Occurrence> all) {
    return all.stream().map(each -> each.at().toString()).toList();
  }

  private long asked(String act) {
    return rig.book.search(act, Long.MAX_VALUE, 100).stream()
        .filter(each -> each.kind().equals("job.asked"))
        .count();
  }
}
