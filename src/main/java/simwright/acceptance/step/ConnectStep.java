package simwright.acceptance.step;

import java.util.Map;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.device.Attachment;

/// Opens the port and recognises the modem; a link that broke is opened anew.
public final class ConnectStep implements Step {
  @Override
  public String kind() {
    return "connect";
  }

  @Override
  public Found run(StepContext context) {
    Attachment found = context.device().connect(context.cancel());
    return Found.passed(
        found.snapshot().manufacturer().value().orElse("")
            + " "
            + found.snapshot().model().value().orElse("")
            + ", family "
            + found.hardwareProfile().orElse("unknown"),
        Map.of());
  }
}
