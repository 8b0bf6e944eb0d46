package simwright.lpa;

import java.time.Duration;
import java.util.Map;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Journal;

/// What a flow acts with: whom to ask, where to write, how it stands, and whether it is to stop.
/// Every stage is written before the next begins.
public record Flow(
    String job,
    String device,
    Attendant attendant,
    Progress progress,
    Cancel cancel,
    Journal journal) {
  private static final Duration BRIEFLY = Duration.ofSeconds(3);

  /// The same for what another job began.
  Flow of(String other) {
    return new Flow(other, device, attendant, progress, cancel, journal);
  }

  /// The same with another wish to stop.
  Flow with(Cancel other) {
    return new Flow(job, device, attendant, progress, other, journal);
  }

  /// The wish to stop for what is still to be said after it: one that was there before does not
  /// keep it from being said, but see `atMost`.
  Cancel afterwards() {
    return cancel.requested() ? new Cancel() : cancel;
  }

  /// How long a server is waited for: only briefly once the person wants to stop.
  Duration atMost(Duration usual) {
    return cancel.requested() && usual.compareTo(BRIEFLY) > 0 ? BRIEFLY : usual;
  }

  /// A stage has come to an end.
  void stage(Stage stage, String outcome, Map<String, Object> with) {
    var unused = journal.append(new Event.Provisioned(job, device, stage.key(), outcome, with));
  }

  /// What could not be done after the end of an act, and is left for later.
  public void later(Fault fault) {
    stage(Stage.NOTIFICATIONS, "failed", Map.of("code", fault.code().toString()));
  }

  /// A stage begins; throws `job/cancelled` where the person wants to stop.
  void begin(String stage, int number, int of) {
    cancel.check(stage, device);
    progress.at(stage, number, of);
  }
}
