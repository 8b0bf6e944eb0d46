package simwright.ui.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Question;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.Background;
import simwright.ui.part.State;

/// A phone that no tool can drive has a slot because a person says so.
class HandSlotTest {
  private static final String PHONE = "hand:galaxy";

  private Bench bench;
  private StartModel start;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench();
    start = bench.model.getStart();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private void scan(String text) throws Exception {
    bench.on(() -> {
      start.scanProperty().set(text);
      start.enter();
    });
  }

  private void choose(String plan) throws Exception {
    bench.on(() ->
        start
            .planProperty()
            .set(
                start.plans().stream()
                    .filter(each -> each.id().equals(plan))
                    .findFirst()
                    .orElseThrow()));
  }

  private String says() throws Exception {
    return bench.get(start::getSays);
  }

  private List<String> started() {
    return bench.demo.asked.stream().filter(act -> act.startsWith("acceptance.run")).toList();
  }

  @Test
  void itsNameScannedAddsItsSlotAndEnterRunsThePlanForPhonesOnIt() throws Exception {
    choose("phone");
    scan(" hand:galaxy ");
    Slot slot = bench.slot(PHONE);
    assertEquals("galaxy · By hand", slot.title());
    assertEquals("A phone that is tested by hand", slot.line());
    assertEquals(Slot.Act.RUN, slot.act());
    assertEquals(PHONE, bench.navigation.getDevice());
    assertEquals("", bench.get(() -> start.scanProperty().get()));
    assertTrue(says().contains("Enter runs Phone by hand on it"), says());
    assertEquals(List.of(), started(), "it is only there so far");
    bench.on(start::enter);
    assertEquals(List.of("acceptance.run hand:galaxy"), started());
  }

  @Test
  void scannedAgainItIsTheDeviceThatIsMeant() throws Exception {
    choose("phone");
    scan("hand:galaxy");
    scan("HAND:Galaxy");
    assertEquals(List.of("acceptance.run hand:galaxy"), started());
    assertEquals(1, bench.get(() -> bench.model.getSlots().getSlots().size()));
  }

  @Test
  void aPlanThatAsksTheDeviceItselfIsRefusedInWordsWithOneThatFits() throws Exception {
    choose("first-boot");
    scan("hand:galaxy");
    assertTrue(says().contains("First boot asks the device itself"), says());
    assertTrue(says().contains("such as Phone by hand"), says());
    bench.on(() -> bench.model.act(PHONE));
    assertEquals(List.of(), started());
    assertTrue(says().startsWith("galaxy · By hand is tested by hand"), says());
  }

  @Test
  void allReadyDevicesAreThoseThatThePlanFits() throws Exception {
    bench.demo.devices.set(List.of(bench.demo.connected("ec25", "EC25", true)));
    scan("hand:galaxy");
    choose("first-boot");
    bench.on(start::startAll);
    assertEquals(List.of("acceptance.run ec25"), started());
  }

  @Test
  void whatIsNoNameIsToldAndAddsNothing() throws Exception {
    for (String name :
        List.of("hand:", "hand:490154203237518", "hand:+4915112345678", "hand:a/b")) {
      scan(name);
      assertTrue(
          bench.get(() -> bench.notices.all().getFirst().toString().contains("link/hand-name")),
          name);
      assertEquals(List.of(), bench.get(() -> List.copyOf(bench.model.getSlots().getSlots())));
    }
  }

  @Test
  void itIsTakenAwayAgainAlsoAfterARun() throws Exception {
    bench.on(() -> start.addByHand("galaxy"));
    bench.demo.current.set(
        List.of(Bench.ended(bench.demo.run(State.PASS, "pass"), PHONE, State.PASS, "")));
    assertEquals("Pass", bench.slot(PHONE).word());
    assertTrue(bench.get(bench.model::isRemovable));
    bench.on(() -> bench.model.takeAway(PHONE));
    assertTrue(bench.get(() -> bench.model.getSlots().slot(PHONE).isEmpty()));
    assertEquals("", bench.demo.kept.get("acceptance.by-hand"));
    bench.on(() -> start.addByHand("galaxy"));
    assertEquals("Pass", bench.slot(PHONE).word(), "its run is not forgotten");
  }

  @Test
  void itStaysWhileItRunsOrIsUnsafe() throws Exception {
    bench.on(() -> start.addByHand("galaxy"));
    CountDownLatch end = new CountDownLatch(1);
    var unused = bench.job(PHONE, _ -> ended(end));
    assertEquals(Slot.Act.ABORT, bench.slot(PHONE).act());
    assertFalse(bench.get(bench.model::isRemovable));
    bench.on(() -> bench.model.takeAway(PHONE));
    assertEquals(Slot.Act.ABORT, bench.slot(PHONE).act());
    bench.demo.tests.unsafe.put(
        PHONE, new AcceptanceSource.Unsafe("r1", "phone", "Look at the order."));
    end.countDown();
    bench.lane.until(() -> bench.demo.jobs.running().get().isEmpty());
    bench.lane.until(
        () -> bench.model.getSlots().slot(PHONE).orElseThrow().act() == Slot.Act.RESOLVE);
    bench.on(() -> bench.model.takeAway(PHONE));
    assertEquals("Left unsafe. By hand: Look at the order.", bench.slot(PHONE).line());
    bench.on(() -> bench.model.resolve("cancelled it"));
    assertTrue(bench.demo.asked.contains("resolve hand:galaxy: cancelled it"));
  }

  /// The run knows that it is to stop before its question is left, and what it asks afterwards is
  /// asked, until it is to stop sooner.
  @Test
  void aRunThatIsStoppedKnowsSoBeforeItsQuestionIsLeftAndAsksForItsTeardown() throws Exception {
    bench.on(() -> start.addByHand("galaxy"));
    var question = new Question.Scan("Label", "", Duration.ofMinutes(5), Optional.empty());
    var back = new Question.Scan("As before", "", Duration.ofMinutes(5), Optional.empty());
    List<Integer> levels = new CopyOnWriteArrayList<>();
    var unused =
        bench.job(
            PHONE,
            context -> {
              for (Question.Scan each : List.of(question, back)) {
                var none = bench.queue.of(PHONE).ask(each);
                levels.add(context.cancel().level());
                context.progress().at("on", levels.size(), 2);
              }
              return true;
            });
    asked("Label");
    bench.on(() -> bench.model.act(PHONE));
    asked("As before");
    assertEquals(List.of(1), levels);
    bench.on(() -> bench.model.act(PHONE));
    bench.lane.until(() -> levels.equals(List.of(1, 2)));
  }

  private void asked(String title) throws Exception {
    bench.lane.until(() ->
        bench.queue.waiting().get().stream()
            .anyMatch(each -> each.question().title().equals(title)));
  }

  private static boolean ended(CountDownLatch end) {
    try {
      return end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void itIsThereAgainInTheNextSession() throws Exception {
    bench.on(() -> start.addByHand("galaxy"));
    bench.on(() -> start.addByHand("pixel 9"));
    assertEquals("galaxy\npixel 9", bench.demo.kept.get("acceptance.by-hand"));
    bench.demo.devices.set(List.of());
    AcceptanceViewModel next =
        bench.get(() ->
            new AcceptanceViewModel(
                new Workbench(
                    bench.lane.bridge(),
                    Background.atOnce(),
                    bench.time,
                    new Navigation(),
                    bench.notices,
                    bench.demo),
                bench.demo,
                bench.demo.tests,
                new QuestionQueue(bench.time)));
    assertEquals(
        List.of("galaxy · By hand", "pixel 9 · By hand"),
        bench.get(() -> next.getSlots().getSlots().stream().map(Slot::title).toList()));
    bench.on(next::close);
  }
}
