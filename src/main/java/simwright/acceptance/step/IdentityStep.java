package simwright.acceptance.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.device.DeviceCodes;
import simwright.device.Snapshot;

/// Reads who the device is: model, firmware and IMEI must be told; a wrong check digit is told and
/// is never a failure.
public final class IdentityStep implements Step {
  @Override
  public String kind() {
    return "identity";
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().view().get().snapshot();
    List<String> missing = new ArrayList<>();
    if (now.model().value().isEmpty()) {
      missing.add("model");
    }
    if (now.revision().value().isEmpty()) {
      missing.add("firmware");
    }
    boolean withheld = OnHandset.withheld(now.imei());
    if (now.imei().value().isEmpty() && !withheld) {
      missing.add("IMEI");
    }
    String words =
        now.model().value().orElse("?")
            + ", firmware "
            + now.revision().value().orElse("?")
            + ", IMEI check digit "
            + now.imei()
                .value()
                .map(imei -> imei.check().name())
                .orElse(withheld ? "not told, as the handset does not allow it" : "unknown");
    return missing.isEmpty()
        ? Found.passed(words, Map.of())
        : Found.failed(
            Outcome.FAIL,
            "the modem does not tell its " + String.join(", ", missing),
            Optional.of(DeviceCodes.NO_ANSWER),
            Map.of());
  }
}
