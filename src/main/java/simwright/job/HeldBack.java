package simwright.job;

import java.time.Duration;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.HandsetSwitch;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.quota.QuotaCodes;

/// Data Saver of a handset, switched with consent and looked at afterwards.
record HeldBack(Device device, Journal journal, JobContext context) {
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final String DOING = "holding back background data";

  /// Whether it is on afterwards.
  boolean turn(boolean on) {
    if (!device.id().startsWith("adb:")) {
      throw new Fault(
          QuotaCodes.CANNOT_HOLD,
          DOING,
          device.id(),
          "it is no handset: no command of it holds back one class of traffic",
          null);
    }
    if (on && !agreed()) {
      throw new Fault(Cancel.CANCELLED, DOING, device.id());
    }
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(context.cancel());
    }
    context.progress().at("switching Data Saver", 0, 0);
    Optional<FaultCode> refused = device.handset(HandsetSwitch.DATA_SAVER, on);
    if (refused.isPresent()) {
      throw new Fault(refused.get(), DOING, device.id(), "Data Saver could not be switched", null);
    }
    Recorded unused =
        journal.append(
            new Event.Effect(
                context.id(), device.id(), "Data Saver", on ? "off" : "on", on ? "on" : "off"));
    return on;
  }

  private boolean agreed() {
    return context
        .attendant()
        .ask(
            new Question.Consent(
                "Hold back background data?",
                "Data Saver is switched on. Applications in the background get no mobile data until"
                    + " it is switched off again: messages and updates may come late.",
                "Switch on Data Saver",
                PERSON))
        .orElse(false);
  }
}
