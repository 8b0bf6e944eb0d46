package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import simwright.acceptance.Silence;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.device.Attachment;
import simwright.fault.Fault;

/// Opens the port and recognises the modem; a link that broke is opened anew. A modem that is
/// silent may be on its way up: it is asked again until the step's time is over.
public final class ConnectStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Override
  public String kind() {
    return "connect";
  }

  @Override
  public Found run(StepContext context) {
    Attachment found = answering(context);
    return Found.passed(
        found.snapshot().manufacturer().value().orElse("")
            + " "
            + found.snapshot().model().value().orElse("")
            + ", family "
            + found.hardwareProfile().orElse("unknown"),
        Map.of());
  }

  private static Attachment answering(StepContext context) {
    while (true) {
      try {
        return context.device().connect(context.cancel());
      } catch (Fault silent) {
        if (!Silence.is(silent.code()) || context.deadline().left().compareTo(PAUSE) <= 0) {
          throw silent;
        }
      }
      context.time().sleep(PAUSE);
      context.cancel().check("waiting for an answer", context.device().id());
    }
  }
}
