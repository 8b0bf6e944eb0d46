package simwright.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.job.JobContext;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.Lane;
import simwright.ui.part.State;
import simwright.ui.profile.DownloadViewModel.Step;

class DownloadViewModelTest {
  private final CardDesk desk = new CardDesk();
  private final Lane lane = desk.lane;
  private final DemoParts demo = desk.demo;
  private final HandTime time = desk.time;
  private ProfilesViewModel screen;
  private DownloadViewModel model;

  @BeforeEach
  void open() throws Exception {
    screen = desk.open();
    model = screen.getDownload();
    desk.shown(screen);
  }

  @AfterEach
  void close() throws Exception {
    desk.close(screen);
  }

  private void until(Callable<Boolean> holds) throws Exception {
    lane.until(holds);
  }

  private static boolean hold(CountDownLatch gate) {
    try {
      return gate.await(20, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void anImeiThatIsNoneStopsTheDownloadAndARightOneGoesWithIt() throws Exception {
    lane.run(() -> {
      model.codeProperty().set("LPA:1$smdp.example.com$ABC");
      model.imeiProperty().set("350000020000100");
    });
    until(() -> model.step(Step.CODE).state() == State.FAIL);
    assertFalse(lane.get(() -> model.validProperty().get()));
    lane.run(() -> model.imeiProperty().set("350000020000101"));
    until(() -> model.validProperty().get());
    lane.run(model::start);
    until(() -> !model.isRunning() && model.step(Step.RESULT).state() == State.PASS);
    assertTrue(
        demo.card.asked.stream().anyMatch(each -> each.startsWith("server smdp.example.com 3500")),
        () -> demo.card.asked.toString());
  }

  @Test
  void eachFaultOfACodeHasItsOwnMessageAndNothingIsAskedOfAServer() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"LPA:", "rsp/code-empty"},
          {"LPA:2$smdp.example.com$A", "rsp/code-format"},
          {"LPA:1$smdp.example.com", "rsp/code-fields"},
          {"LPA:1$not a host$A", "rsp/code-host"},
          {"LPA:1$smdp.example.com$A_B", "rsp/code-token"}
        }) {
      lane.run(() -> model.codeProperty().set(wrong[0]));
      assertEquals(State.FAIL, model.step(Step.CODE).state());
      assertTrue(model.step(Step.CODE).words().contains(wrong[1]), wrong[1]);
      assertFalse(model.validProperty().get());
      lane.run(model::start);
    }
    assertEquals(List.of("euicc.read ec25"), demo.card.asked);
  }

  @Test
  void aLinkIsTakenAsACode() throws Exception {
    lane.run(() -> model.codeProperty().set("  lpa:1$SMDP.example.com$ABC-123$$1 "));
    assertEquals(State.PASS, model.step(Step.CODE).state());
    assertTrue(model.step(Step.CHECK).words().contains("smdp.example.com"));
    assertTrue(model.step(Step.CHECK).words().contains("confirmation code"));
  }

  @Test
  void theStepsGoOnWithTheStagesAndTheTimeLeftIsThatOfTheSegments() throws Exception {
    CountDownLatch consent = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch loaded = new CountDownLatch(1);
    demo.card.before =
        context -> {
          context.progress().at("asking what waits", 2, 6);
          return hold(consent) && load(context, seen) && hold(loaded);
        };
    lane.run(() -> model.take(demo.card.examples().getLast()));
    lane.run(() -> model.start());
    until(() -> model.step(Step.CONSENT).state() == State.WAITING);
    assertEquals(State.PASS, model.step(Step.CHECK).state());
    assertFalse(screen.isFree());
    consent.countDown();
    until(() -> model.step(Step.DOWNLOAD).words().startsWith("Segment 1 of 40"));
    seen.countDown();
    until(() -> model.step(Step.DOWNLOAD).words().startsWith("Segment 11 of 40"));
    assertTrue(model.step(Step.DOWNLOAD).words().contains("30 s left"));
    assertEquals(0.25, model.shareProperty().get());
    demo.card.before = _ -> true;
    loaded.countDown();
    until(() -> model.step(Step.RESULT).state() == State.PASS);
    assertTrue(model.step(Step.RESULT).words().contains("notification 8"));
    assertEquals("", model.codeProperty().get());
    assertEquals("", model.confirmationProperty().get());
    assertTrue(demo.card.asked.contains("server smdp.example.com 4"), demo.card.asked::toString);
  }

  private boolean load(JobContext context, CountDownLatch seen) {
    context.progress().at("load", 0, 40);
    boolean begun = hold(seen);
    time.advance(Duration.ofSeconds(10));
    context.progress().at("load", 10, 40);
    return begun;
  }

  @Test
  void aFailureStandsAtItsStepInTheRunbooksWordsAndTheCodeStays() throws Exception {
    demo.card.before =
        context -> {
          context.progress().at("asking what waits", 2, 6);
          throw new Fault(new FaultCode("lpa", "refused"), "asking for consent", "EC25");
        };
    lane.run(() -> model.take(demo.card.examples().getFirst()));
    lane.run(() -> model.start());
    until(() -> model.failureProperty().get().isPresent());
    assertEquals("lpa/refused", model.failureProperty().get().orElseThrow().code());
    until(() -> model.step(Step.CONSENT).state() == State.FAIL);
    assertEquals(State.IDLE, model.step(Step.DOWNLOAD).state());
    assertFalse(model.isRunning());
    assertTrue(model.codeProperty().get().startsWith("LPA:1$"));
    demo.card.before = _ -> true;
    until(screen::isFree);
    lane.run(() -> model.start());
    until(() -> model.step(Step.RESULT).state() == State.PASS);
    assertEquals("", model.codeProperty().get(), "a code that is used up is forgotten");
  }

  @Test
  void whatAPersonPutsOffIsNoFailureAndMayBeBegunAgain() throws Exception {
    demo.card.before =
        context -> {
          context.progress().at("asking the person", 0, 0);
          throw new Fault(new FaultCode("lpa", "postponed"), "asking for consent", "EC25");
        };
    lane.run(() -> model.take(demo.card.examples().getFirst()));
    assertFalse(lane.get(() -> model.againProperty().get()));
    lane.run(() -> model.start());
    until(() -> !model.isRunning() && model.step(Step.CONSENT).state() == State.WAITING);
    assertEquals("Put off", model.step(Step.CONSENT).mark());
    assertTrue(model.step(Step.CONSENT).words().contains("the order stays open"));
    assertTrue(model.failureProperty().get().isEmpty());
    assertTrue(lane.get(() -> model.againProperty().get()));
    assertTrue(lane.get(() -> model.validProperty().get()));
    lane.run(() -> model.codeProperty().set("LPA:1$smdp.example.com$OTHER"));
    assertFalse(lane.get(() -> model.againProperty().get()), "that is another order");
  }

  @Test
  void whatAPersonDeclinesIsCalledSo() throws Exception {
    demo.card.before =
        context -> {
          context.progress().at("asking the person", 0, 0);
          throw new Fault(new FaultCode("lpa", "refused"), "asking for consent", "EC25");
        };
    lane.run(() -> model.take(demo.card.examples().getFirst()));
    lane.run(() -> model.start());
    until(() -> model.failureProperty().get().isPresent());
    until(() -> model.step(Step.CONSENT).mark().equals("Declined"));
    String what = model.failureProperty().get().orElseThrow().what();
    assertFalse(what.contains("broke"), what);
  }

  @Test
  void whatAPersonStopsSaysSo() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    demo.card.before =
        context -> {
          context.progress().at("fetching the package", 4, 6);
          boolean unused = hold(gate);
          context.cancel().check("fetching the package", "EC25");
          return true;
        };
    lane.run(() -> model.take(demo.card.examples().getFirst()));
    lane.run(() -> model.start());
    until(() -> model.step(Step.DOWNLOAD).state() == State.BUSY);
    lane.run(() -> model.cancel());
    demo.card.before = _ -> true;
    gate.countDown();
    until(() -> !model.isRunning() && model.step(Step.DOWNLOAD).state() == State.ERROR);
    assertEquals(0, desk.notices.all().size());
  }
}
