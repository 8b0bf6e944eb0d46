package simwright.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.job.JobRequest;
import simwright.link.PortRole;
import simwright.time.HandTime;
import simwright.ui.DemoCard;
import simwright.ui.DemoParts;
import simwright.ui.Lane;
import simwright.ui.frame.Screen;
import simwright.ui.part.State;

class ProfilesViewModelTest {
  private final CardDesk desk = new CardDesk();
  private final Lane lane = desk.lane;
  private final DemoParts demo = desk.demo;
  private final HandTime time = desk.time;
  private ProfilesViewModel model;

  @BeforeEach
  void open() throws Exception {
    model = desk.open();
  }

  @AfterEach
  void close() throws Exception {
    desk.close(model);
  }

  private void until(Callable<Boolean> holds) throws Exception {
    lane.until(holds);
  }

  private void shown() throws Exception {
    desk.shown(model);
  }

  private long readings() {
    return demo.card.asked.stream().filter("euicc.read ec25"::equals).count();
  }

  private static void hold(CountDownLatch gate) {
    try {
      assertTrue(gate.await(20, java.util.concurrent.TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theCardIsReadOnlyWhenItsScreenIsShown() throws Exception {
    assertEquals(ProfilesViewModel.Stage.NO_DEVICE, lane.get(model::getStage));
    demo.devices.set(List.of(demo.seen("ec25", PortRole.AT_PRIMARY)));
    until(() -> model.getStage() == ProfilesViewModel.Stage.NOT_CONNECTED);
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    until(() -> model.getStage() == ProfilesViewModel.Stage.READING);
    assertEquals(0, readings());
    shown();
    assertEquals(1, readings());
    assertEquals(2, model.rows().size());
    assertTrue(model.rows().getFirst().enabled());
  }

  @Test
  void nothingIsReadWhileAJobRunsOnTheDevice() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    var unused =
        demo.jobs.start(
            JobRequest.of("acceptance.run", "ec25"),
            Attendant.absent(),
            _ -> {
              hold(gate);
              return true;
            });
    lane.run(() -> desk.navigation.show(Screen.PROFILES));
    assertEquals(0, readings());
    gate.countDown();
    until(() -> model.getStage() == ProfilesViewModel.Stage.SHOWN);
    assertEquals(1, readings());
  }

  @Test
  void anEnabledProfileShowsItsProofAndTheCardIsReadAgain() throws Exception {
    shown();
    lane.run(() -> model.enable(model.rows().getLast()));
    until(() -> readings() == 2 && model.isFree());
    var said = model.outcomeProperty().get().orElseThrow();
    assertEquals(State.PASS, said.state());
    assertTrue(said.words().contains("Proven"), said::words);
  }

  @Test
  void whatDoesNotComeUpSaysWhatIsMissingAndWhereItWentBackTo() throws Exception {
    demo.card.missing = Optional.of("it is not registered");
    shown();
    lane.run(() -> model.enable(model.rows().getLast()));
    until(() -> model.outcomeProperty().get().isPresent());
    var said = model.outcomeProperty().get().orElseThrow();
    assertEquals(State.FAIL, said.state());
    assertTrue(said.words().contains("it is not registered"), said::words);
    assertTrue(said.words().contains(DemoCard.FIRST.redacted()), said::words);
    assertFalse(said.words().contains(DemoCard.FIRST.value()), said::words);
  }

  @Test
  void rulesOfTheOperatorForbidBeforeTheClick() throws Exception {
    shown();
    ProfileRow inUse = model.rows().getFirst();
    ProfileRow ruled = model.rows().getLast();
    assertTrue(inUse.mayTurn());
    assertFalse(inUse.mayDelete());
    assertTrue(ruled.mayTurn());
    assertFalse(ruled.mayDelete());
    assertEquals(List.of("may not be disabled", "may not be deleted"), ruled.badges());
    assertEquals(List.of("to tell: 1"), inUse.badges());
    assertTrue(ruled.why().startsWith("It cannot be deleted. Its operator"), ruled::why);
    assertTrue(inUse.why().contains("It is enabled"), inUse::why);
  }

  @Test
  void aPlainSimIsToldFromABrokenReading() throws Exception {
    demo.card.before =
        _ -> {
          throw new Fault(
              new FaultCode("at", "no-application"), "opening", "EC25", "+CCHO ERROR", null);
        };
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    lane.run(() -> desk.navigation.show(Screen.PROFILES));
    until(() -> model.getStage() == ProfilesViewModel.Stage.NO_EUICC);
    demo.card.before =
        _ -> {
          throw new Fault(new FaultCode("link", "gone"), "reading", "EC25");
        };
    until(model::isFree);
    lane.run(() -> model.refresh());
    until(() -> model.getStage() == ProfilesViewModel.Stage.FAILED);
    assertEquals("link/gone", model.getFault().orElseThrow().code().toString());
    assertEquals(0, desk.notices.all().size());
  }

  @Test
  void whatNoServerTookStaysWithItsReason() throws Exception {
    shown();
    lane.run(() -> model.send());
    until(() -> readings() == 2 && model.isFree());
    assertEquals("rsp/unreachable", model.stays(7).orElseThrow().code().toString());
    assertEquals(State.FAIL, model.outcomeProperty().get().orElseThrow().state());
    lane.run(() -> model.remove(7));
    until(() -> demo.card.asked.contains("notification.remove ec25 7"));
  }

  @Test
  void eachFactSaysWhatItWasBeforeItChanged() throws Exception {
    shown();
    demo.card.profiles = List.of(demo.card.profiles.getFirst());
    lane.run(() -> model.refresh());
    until(() -> model.rows().size() == 1);
    var changed =
        EuiccFacts.of(model.getReading().orElseThrow(), model.former()).stream()
            .flatMap(section -> section.facts().stream())
            .filter(fact -> !fact.was().isEmpty())
            .toList();
    assertEquals(1, changed.size(), changed::toString);
    assertEquals("2", changed.getFirst().was());
    assertEquals("1", changed.getFirst().value());
  }
}
