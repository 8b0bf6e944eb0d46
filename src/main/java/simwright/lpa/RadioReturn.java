package simwright.lpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.lpa.Reconciliation.Settled;
import simwright.time.Time;

/// Puts the radio of a modem back as it was where an act had switched it off and did not live to
/// switch it on again: before the card is asked what became of the act, as a card is off then too.
public final class RadioReturn {
  private final Intents intents;
  private final Flow flow;
  private final Time time;
  private final Map<String, Integer> levels = new HashMap<>();

  /// For a job on a device.
  public RadioReturn(Intents intents, Flow flow, Time time) {
    this.intents = intents;
    this.flow = flow;
    this.time = time;
  }

  /// Puts it back for each open act that is not at work; the device is connected. A person may stop
  /// the waiting that follows, not the switching on.
  public void put(Device device, Cancel cancel, Predicate<Intent> atWork) {
    for (Intent each : intents.open(flow.device())) {
      if (each.kind().switches() && !atWork.test(each)) {
        intents.radioLeft(each).ifPresent(level -> put(device, flow.with(cancel), each, level));
      }
    }
  }

  /// A radio that somebody has switched on meanwhile, be it to another level, is left alone.
  private void put(Device device, Flow through, Intent intent, int level) {
    Settling settling = new Settling(device, through, time);
    boolean off = settling.putBack(level);
    flow.of(intent.id())
        .stage(
            Stage.RADIO_CYCLE,
            off ? "put-back" : "already",
            Map.of("functionality", level, "seenBy", flow.job()));
    if (off) {
      levels.put(intent.id(), level);
      // the card starts anew, and what was read of it while it was off is nothing
      List<ProfileInfo> _ = settling.readAgain();
      Attachment _ = device.probe(through.cancel());
    }
  }

  /// Refuses to change the profile in use on a modem whose radio and card somebody has switched
  /// off.
  public void check(Device device) {
    if (Settling.level(device).filter(level -> level == Settling.NOTHING).isPresent()) {
      throw new Fault(LpaCodes.RADIO_OFF, "looking at the radio", flow.device());
    }
  }

  /// What the card said of an act, with what was done about its radio.
  public Settled told(Settled settled) {
    return Optional.ofNullable(levels.get(settled.intent().id()))
        .map(level ->
            new Settled(
                settled.intent(),
                settled.verdict(),
                settled.words()
                    + " It had left the radio off, which is as it was before again (+CFUN="
                    + level
                    + ")."))
        .orElse(settled);
  }
}
