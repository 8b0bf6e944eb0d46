package simwright.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import simwright.acceptance.RunHeader;
import simwright.ask.Question;
import simwright.ask.Shown;
import simwright.device.Attachment;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.part.State;

/// A bench of the test lab with sixteen devices, of which each stands otherwise.
final class DemoLab {
  /// What is shown beside the question.
  static final String CODE = "LPA:1$smdp.simwright.test$4711-DEMO-CODE-OF-A-PHONE";

  private static final String LONG =
      "Switch the radio on, enable the profile that was in use before, and look whether the device"
          + " registers in its home network";

  private DemoLab() {}

  static void fill(DemoParts demo) {
    List<Attachment> devices = new ArrayList<>();
    List<AcceptanceSource.Run> runs = new ArrayList<>();
    State[] verdicts = {State.PASS, State.FAIL, State.MARGINAL, State.ERROR, State.PASS};
    for (int i = 1; i < 16; i++) {
      String id = "ec25-" + i;
      devices.add(demo.connected(id, "EC25-" + i, i % 3 > 0));
      if (i < 13) {
        State verdict = verdicts[i % verdicts.length];
        runs.add(run(demo, id, verdict));
      }
    }
    devices.add(demo.seen("rm500", simwright.link.PortRole.AT_PRIMARY));
    demo.tests.unsafe.put("ec25-13", new AcceptanceSource.Unsafe("r7", "provisioning", LONG));
    demo.devices.set(devices);
    demo.current.set(runs);
  }

  private static AcceptanceSource.Run run(DemoParts demo, String device, State verdict) {
    AcceptanceSource.Run one = demo.run(verdict, verdict.word());
    return new AcceptanceSource.Run(
        "run-" + device,
        "first-boot",
        device,
        one.simulated(),
        one.started(),
        Optional.of(verdict),
        verdict == State.PASS ? "pass on try 2" : one.outcome(),
        verdict == State.PASS ? "" : "Ping: round-trip 2.4 s (at most 1 s) [link/no-answer]",
        "",
        new RunHeader("", "", "A-10" + device.length(), "", "", "", "", "", ""),
        AcceptanceSource.Progress.OVER,
        one.steps(),
        one.samples());
  }

  /// Every run asks something, then waits for its end.
  static void asking(DemoParts demo, CountDownLatch end) {
    demo.body =
        context -> {
          context.progress().at("Look at the card", 3, 9);
          var unused =
              context
                  .attendant()
                  .ask(
                      new Question.Pictured<>(
                          new Question.Choice(
                              "Which operator stands on the card?",
                              "Take the card out and read what is printed on it.\nWithout an"
                                  + " answer: none",
                              List.of("Test network", "Another one", "none"),
                              Duration.ofMinutes(3),
                              Optional.of("none")),
                          new Shown.QrCode(CODE, true)));
          OnScreen.hold(end);
          return "over";
        };
  }
}
