package simwright.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.job.JobView;
import simwright.time.HandTime;
import simwright.time.SystemTime;
import simwright.ui.DemoParts;
import simwright.ui.fx.Bridge;
import simwright.ui.part.State;

class FrameModelsTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);

  private FrameViewModel frame(DemoParts parts) {
    return new FrameViewModel(
        new FrameViewModel.Watched(parts.jobs, parts, parts, parts),
        Bridge.atOnce(),
        navigation,
        notices);
  }

  @Test
  void theFirstDeviceIsChosenByItself() {
    try (FrameViewModel frame = frame(demo)) {
      assertEquals("", navigation.getDevice());
      demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
      assertEquals("ec25", navigation.getDevice());
      assertEquals("Registered, home · LTE -93 dBm", frame.getDevice());
      assertEquals(State.PASS, frame.getDeviceState());
      assertTrue(frame.isSimulated());
    }
  }

  @Test
  void theFailingRungIsToldFirst() {
    try (FrameViewModel frame = frame(demo)) {
      demo.devices.set(List.of(demo.failing("rm", "RM500", 2)));
      assertEquals(State.FAIL, frame.getDeviceState());
      assertTrue(frame.getDevice().startsWith("No card is inserted"), frame::getDevice);
    }
  }

  @Test
  void aLabIsNamedInTheFrameAndInTheWindow() {
    try (FrameViewModel frame = frame(demo)) {
      assertEquals("", frame.getLab());
      assertEquals("Simwright", frame.titleProperty().get());
      demo.lab.set(List.of("CN=A test CI"));
      assertTrue(frame.getLab().contains("under CN=A test CI"), frame::getLab);
      assertEquals("Simwright (lab)", frame.titleProperty().get());
    }
  }

  @Test
  void aDamagedLogIsAnErrorInTheStatusBar() {
    try (FrameViewModel frame = frame(demo)) {
      assertEquals("log ✓ 12 unanchored", frame.getLog());
      demo.log.set(new StatusSource.LogState(false, 1, 1));
      assertEquals(State.ERROR, frame.getLogState());
    }
  }

  @Test
  void cancelReachesTheJobAndSaysWhatTheNextPressDoes() throws InterruptedException {
    try (SystemTime real = new SystemTime()) {
      DemoParts parts = new DemoParts(real);
      CountDownLatch go = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      parts.body =
          context -> {
            try {
              go.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            context.cancel().check("waiting", "here");
            return "";
          };
      FrameViewModel frame = frame(parts);
      var job = parts.connect("ec25");
      var watching =
          job.view()
              .subscribe(view -> {
                if (view.state() == JobView.State.CANCELLED) {
                  ended.countDown();
                }
              });
      assertEquals("Cancel", frame.getJobs().getFirst().cancelWords());
      assertTrue(frame.cancelNewest());
      assertEquals("Stop waiting for the device", frame.getJobs().getFirst().cancelWords());
      go.countDown();
      ended.await();
      watching.close();
      frame.close();
    }
  }

  @Test
  void aJobTellsStageCountAndTimeLeft() {
    JobView view =
        new JobView(
            "1",
            "acceptance.run",
            "ec25",
            time.now(),
            JobView.State.RUNNING,
            "registering",
            3,
            9,
            Optional.of(Duration.ofSeconds(42)),
            0,
            Optional.empty(),
            "");
    JobRow row = JobRow.of(view, "EC25 · ttyUSB2");
    assertEquals("Acceptance run · EC25 · ttyUSB2 · registering 3/9 · 42 s left", row.words());
    assertEquals(3 / 9.0, row.share());
  }

  @Test
  void nobodyIsToldHowLongAPersonWillTake() {
    JobView view =
        new JobView(
            "1",
            "profile.download",
            "ec25",
            time.now(),
            JobView.State.RUNNING,
            "asking the person",
            0,
            0,
            Optional.empty(),
            0,
            Optional.empty(),
            "");
    JobRow row = JobRow.of(view, "EC25");
    assertTrue(row.words().endsWith("EC25 · asking the person"), row.words());
  }

  @Test
  void aFaultIsToldInFourLinesAndAtMostFiveStand() {
    Fault fault = new Fault(new FaultCode("cme", "10"), "reading the ICCID", "EC25", "+CME", null);
    for (int i = 0; i < 7; i++) {
      notices.tell("note " + i);
    }
    notices.tell(fault);
    assertEquals(5, notices.all().size());
    var words = notices.all().getFirst().words();
    assertEquals(
        "It broke while reading the ICCID (EC25). The modem finds no SIM card.", words.what());
    assertFalse(words.state().isEmpty());
    assertFalse(words.next().isEmpty());
    assertEquals("cme/10", words.code());
    assertEquals("+CME", words.evidence());
  }

  @Test
  void thePaletteFindsAllWordsInAnyOrder() {
    List<String> done = new ArrayList<>();
    Palette palette =
        new Palette(() ->
            List.of(
                new Action("Go to Audit", "Ctrl 3", () -> done.add("audit")),
                new Action("Connect EC25", "", () -> done.add("connect"))));
    palette.open();
    assertEquals(2, palette.found().size());
    palette.queryProperty().set("ec25 CONN");
    palette.found().getFirst().act().run();
    assertEquals(List.of("connect"), done);
    palette.queryProperty().set("ec25 nothing");
    assertEquals(0, palette.found().size());
  }
}
