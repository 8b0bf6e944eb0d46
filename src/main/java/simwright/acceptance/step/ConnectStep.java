package simwright.acceptance.step;

import java.util.Map;
import simwright.acceptance.Outcome;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.device.Attachment;
import simwright.device.DeviceCodes;

/// Opens the port, recognises the modem and reads who it is; a wrong check digit is told, never a
/// failure.
public final class ConnectStep implements Step {
  @Override
  public String kind() {
    return "connect";
  }

  @Override
  public Found run(StepContext context) {
    Attachment found = context.device().connect();
    boolean named =
        found.snapshot().model().value().isPresent() && found.snapshot().imei().value().isPresent();
    String words =
        found.snapshot().manufacturer().value().orElse("")
            + " "
            + found.snapshot().model().value().orElse("?")
            + ", firmware "
            + found.snapshot().revision().value().orElse("?")
            + ", IMEI check digit "
            + found.snapshot().imei().value().map(i -> i.check().name()).orElse("unknown");
    return named
        ? Found.passed(words, Map.of())
        : Found.failed(Outcome.FAIL, words, java.util.Optional.of(DeviceCodes.NO_ANSWER), Map.of());
  }
}
