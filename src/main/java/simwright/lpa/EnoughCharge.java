package simwright.lpa;

import java.util.Optional;
import simwright.ask.Cancel;
import simwright.device.Charge;
import simwright.device.Device;
import simwright.fault.Fault;

/// The rule that nothing is changed on the card of a device whose battery may end in the middle: it
/// could be left without a profile in use, and nobody could reach it to mend that.
public final class EnoughCharge {
  private EnoughCharge() {}

  /// Throws `lpa/low-battery` where the charge that the device tells is too low.
  public static void check(Device device, String doing, Cancel cancel) {
    Optional<Integer> charge = Charge.percent(device, cancel);
    if (charge.filter(percent -> percent <= Circumstances.LOW_BATTERY).isPresent()) {
      throw new Fault(
          LpaCodes.LOW_BATTERY,
          doing,
          device.id(),
          "the battery of the device is at "
              + charge.get()
              + " %: put off until it has more than "
              + Circumstances.LOW_BATTERY
              + " %",
          null);
    }
  }
}
