package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.time.SystemTime;

class JobsTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  private final SystemTime time = new SystemTime();
  private final List<Event> events = new ArrayList<>();
  private boolean full;
  private final Journal journal =
      new Journal() {
        @Override
        public Recorded append(Event event) {
          synchronized (events) {
            if (full) {
              throw new Fault(new FaultCode("store", "full"), "appending", "the log");
            }
            events.add(event);
            return new Recorded(events.size(), Instant.EPOCH, "t", event.kind(), "{}");
          }
        }

        @Override
        public Subscription follow(long from, Consumer<Recorded> reader) {
          return () -> {};
        }
      };
  private final Jobs jobs = new Jobs(journal, Permit.all(), time);

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void askedStandsBeforeTheBodyRunsAndDoneBeforeAnyoneIsTold() {
    List<String> seen = new ArrayList<>();
    Job<String> job =
        jobs.start(
            JobRequest.of("device.probe", "d1"),
            Attendant.absent(),
            context -> {
              synchronized (events) {
                seen.addAll(events.stream().map(Event::kind).toList());
              }
              context.progress().at("half", 1, 2);
              return "value";
            });
    assertEquals(Optional.of("value"), job.await(time.deadline(PLENTY)));
    assertEquals(List.of("job.asked"), seen);
    assertEquals(List.of("job.asked", "job.done"), events.stream().map(Event::kind).toList());
    assertEquals("done", ((Event.Done) events.get(1)).outcome());
    assertEquals(JobView.State.DONE, job.view().get().state());
    assertEquals(List.of(), jobs.running().get());
  }

  @Test
  void aFaultEndsTheJobAsFailedAndItsCodeIsInTheJournal() {
    Job<String> job =
        jobs.start(
            JobRequest.of("x", ""),
            Attendant.absent(),
            context -> {
              throw new Fault(new FaultCode("cme", "10"), "reading", "d1");
            });
    Fault fault = assertThrows(Fault.class, () -> job.await(time.deadline(PLENTY)));
    assertEquals("cme/10", fault.code().toString());
    assertEquals("cme/10", ((Event.Done) events.get(1)).fault());
  }

  @Test
  void aDefectIsShownAsItsCodeNotAsATrace() {
    Job<String> job =
        jobs.start(
            JobRequest.of("x", ""),
            Attendant.absent(),
            context -> {
              throw new IllegalStateException("secret");
            });
    Fault fault = assertThrows(Fault.class, () -> job.await(time.deadline(PLENTY)));
    assertEquals(JobCodes.DEFECT, fault.code());
    assertEquals("failed", ((Event.Done) events.get(1)).outcome());
  }

  @Test
  void cancellingIsSeenByTheBodyAndRecorded() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Job<String> job =
        jobs.start(
            JobRequest.of("x", ""),
            Attendant.absent(),
            context -> {
              context.cancel().watch(asked::countDown);
              started.countDown();
              await(asked);
              context.cancel().check("waiting", "d1");
              return "never";
            });
    assertTrue(started.await(20, TimeUnit.SECONDS));
    assertEquals(1, jobs.running().get().size());
    job.cancel();
    assertEquals(Optional.empty(), job.await(time.deadline(PLENTY)));
    assertEquals(JobView.State.CANCELLED, job.view().get().state());
    assertEquals("cancelled", ((Event.Done) events.get(1)).outcome());
  }

  @Test
  void nothingStartsWhenAskedCannotBeRecorded() {
    full = true;
    assertThrows(
        Fault.class,
        () ->
            jobs.start(
                JobRequest.of("x", ""),
                Attendant.absent(),
                context -> {
                  throw new AssertionError("it ran");
                }));
    assertEquals(List.of(), jobs.running().get());
  }

  @Test
  void anEndThatCannotBeRecordedIsAFailure() {
    Job<String> job =
        jobs.start(
            JobRequest.of("x", ""),
            Attendant.absent(),
            context -> {
              synchronized (events) {
                full = true;
              }
              return "value";
            });
    Fault fault = assertThrows(Fault.class, () -> job.await(time.deadline(PLENTY)));
    assertEquals("store/full", fault.code().toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
