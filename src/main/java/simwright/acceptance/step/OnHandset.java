package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step.Found;
import simwright.acceptance.plan.Outcome;
import simwright.device.Reading;
import simwright.device.handset.HandsetCodes;
import simwright.fault.FaultCode;

/// What a handset does not offer, or does not allow a shell without root, is no failure of it: the
/// step is skipped and says why.
final class OnHandset {
  private static final Set<FaultCode> WITHHELD =
      Set.of(HandsetCodes.NOT_SUPPORTED, HandsetCodes.PERMISSION);

  private OnHandset() {}

  static boolean withheld(FaultCode code) {
    return WITHHELD.contains(code);
  }

  /// Whether a reading is missing for that reason.
  static boolean withheld(Reading<?> reading) {
    return reading instanceof Reading.Unavailable<?> missing
        && missing.code().filter(OnHandset::withheld).isPresent();
  }

  static Found skipped(FaultCode why) {
    return Found.failed(
        Outcome.SKIPPED, "not supported by this handset", Optional.of(why), Map.of());
  }
}
