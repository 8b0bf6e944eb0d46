package simwright.lpa;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.device.CardRefresh;
import simwright.device.CardSession;
import simwright.device.Device;
import simwright.device.DeviceCodes;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;

/// What follows on a modem after the profile in use has changed: some read the card again by
/// themselves, some after a cycle of their radio, some vanish and come back, perhaps elsewhere. The
/// device keeps its identity over all of it, and only the card decides what has become of it.
final class Settling {
  /// A modem that starts anew takes up to 40 s, and its card is busy then for up to 10 s.
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// How long a card that can be read may show the former state.
  private static final Duration UNCHANGED = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// Some modems want a second between changes of +CFUN.
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  /// Radio and card are off.
  static final int NOTHING = 0;

  /// The radio alone is off, by somebody's wish.
  static final int SILENT = 4;

  /// Radio and card are on.
  static final int FULL = 1;

  private final Device device;
  private final Flow flow;
  private final Time time;

  Settling(Device device, Flow flow, Time time) {
    this.device = device;
    this.flow = flow;
    this.time = time;
  }

  /// The level of functionality that a modem tells; a reader has none.
  static Optional<Integer> level(Device device) {
    return device.view().get().cardReader() ? Optional.empty() : device.functionality();
  }

  /// Whether the card is in a reader, where no modem stands between.
  boolean reader() {
    return device.view().get().cardReader();
  }

  /// Connects a device that has gone and come back; its IMEI is confirmed by that.
  void reachable() {
    if (!device.isOpen()) {
      flow.progress().at("waiting for the device to come back", 0, 0);
      Attachment unused = device.connect(flow.cancel());
    }
  }

  /// Waits until the card shows the change; `told` is whether the card itself asked to be read
  /// anew.
  List<ProfileInfo> until(boolean told, Predicate<List<ProfileInfo>> changed) {
    time.sleep(PAUSE);
    boolean cycled = !told || CardRefresh.needsRadioCycle(device);
    if (cycled) {
      restartCard();
    }
    Deadline deadline = time.deadline(LONGEST);
    Optional<Deadline> unchanged = Optional.empty();
    Fault last = new Fault(LpaCodes.NOT_SWITCHED, "reading the card again", flow.device());
    while (!deadline.passed() && unchanged.filter(Deadline::passed).isEmpty()) {
      try {
        List<ProfileInfo> now = read();
        if (changed.test(now)) {
          return now;
        }
        last = new Fault(LpaCodes.NOT_SWITCHED, "reading the card again", flow.device());
        unchanged = unchanged.or(() -> Optional.of(time.deadline(UNCHANGED)));
        if (unchanged.get().passed() && !cycled) {
          cycled = true;
          unchanged = Optional.empty();
          restartCard();
        }
      } catch (Fault notYet) {
        flow.cancel().check("reading the card again", flow.device());
        last = notYet;
      }
      time.sleep(PAUSE);
    }
    throw last;
  }

  /// The profiles as the card tells them now.
  List<ProfileInfo> read() {
    reachable();
    flow.progress().at("reading the card again", 0, 0);
    return device.card(flow.cancel(), CardReading::profiles);
  }

  /// The same over a link that may have broken, and comes back.
  List<ProfileInfo> readAgain() {
    Deadline deadline = time.deadline(LONGEST);
    while (true) {
      try {
        return read();
      } catch (Fault notYet) {
        flow.cancel().check("reading the card again", flow.device());
        if (deadline.passed()) {
          throw notYet;
        }
      }
      time.sleep(PAUSE);
    }
  }

  /// Has the card start anew: a reader resets it, a modem switches itself off and on. What waited
  /// on the card has happened then, and no toolkit session is left.
  void restartCard() {
    try {
      reachable();
      if (reader()) {
        boolean unused = device.card(flow.cancel(), CardSession::reset);
        flow.stage(Stage.CARD_RESET, "done", Map.of());
      } else {
        cycle();
      }
    } catch (Fault broken) {
      flow.cancel().check("starting the card anew", flow.device());
      flow.stage(Stage.CARD_RESET, "failed", Map.of("code", broken.code().toString()));
    }
  }

  /// Restarts the modem, which some need before they look at their card again; a radio that was off
  /// by somebody's wish is `silent` again then.
  void reboot(boolean silent) {
    flow.progress().at("restarting the modem", 0, 0);
    Optional<FaultCode> refused = device.reboot();
    flow.stage(Stage.REBOOT, outcome(refused), with(refused));
    time.sleep(BETWEEN);
    if (silent) {
      on(SILENT);
    }
  }

  /// The radio is on again afterwards whatever happens in between, unless it was off before by
  /// somebody's wish (+CFUN=4).
  private void cycle() {
    flow.progress().at("switching the radio off and on", 0, 0);
    int before = device.functionality().filter(level -> level != NOTHING).orElse(FULL);
    flow.stage(Stage.RADIO_CYCLE, "begun", Map.of("functionality", before));
    Optional<FaultCode> refused = Optional.empty();
    try {
      refused = device.functionality(NOTHING);
      time.sleep(BETWEEN);
    } finally {
      on(before);
    }
    flow.stage(Stage.RADIO_CYCLE, outcome(refused), with(refused));
  }

  /// Switches a radio on that is off as by a cycle which did not come to its end; false where it is
  /// not so any more.
  boolean putBack(int level) {
    if (device.functionality().filter(now -> now != NOTHING).isPresent()) {
      return false;
    }
    flow.progress().at("switching the radio on again", 0, 0);
    on(level);
    return true;
  }

  /// A modem may vanish by either command: it is asked until it says that it is on, and a person
  /// who wants to stop waits for that.
  private void on(int level) {
    Deadline deadline = time.deadline(LONGEST);
    FaultCode last = DeviceCodes.RADIO_OFF;
    while (!deadline.passed()) {
      try {
        if (!device.isOpen()) {
          Attachment unused = device.connect(new Cancel());
        }
        Optional<FaultCode> refused = device.functionality(level);
        if (refused.isEmpty()) {
          return;
        }
        last = refused.get();
      } catch (Fault notYet) {
        last = notYet.code();
      }
      time.sleep(PAUSE);
    }
    throw new Fault(
        DeviceCodes.RADIO_OFF, "switching the radio on", flow.device(), last.toString(), null);
  }

  private static String outcome(Optional<FaultCode> refused) {
    return refused.isEmpty() ? "done" : "refused";
  }

  private static Map<String, Object> with(Optional<FaultCode> refused) {
    return refused.isPresent() ? Map.of("code", refused.get().toString()) : Map.of();
  }
}
