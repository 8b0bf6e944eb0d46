package simwright.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.journal.Alarm;
import simwright.outlet.Message;
import simwright.outlet.Outbox;
import simwright.outlet.Outlet;
import simwright.outlet.Outlets;
import simwright.rollout.Alarms;
import simwright.time.Time;

/// The alarms, and where they are sent.
public final class AlarmActs {
  private final Jobs jobs;
  private final Alarms alarms;
  private final Outlets outlets;
  private final Outbox outbox;
  private final Time time;

  /// Of these alarms, to these outlets.
  public AlarmActs(Jobs jobs, Alarms alarms, Outlets outlets, Outbox outbox, Time time) {
    this.jobs = jobs;
    this.alarms = alarms;
    this.outlets = outlets;
    this.outbox = outbox;
    this.time = time;
  }

  /// What came of telling an outlet: how many it took, how many wait, and why ("" where none do).
  public record Told(Outlet outlet, int taken, int waiting, String why) {}

  /// The alarms that still hold, newest first.
  public List<Alarm> standing() {
    return alarms.standing();
  }

  /// The outlets, each with how many alarms wait for it.
  public List<Told> outlets() {
    return outlets.all().stream()
        .map(each -> new Told(each, 0, outbox.waiting(each).size(), ""))
        .toList();
  }

  /// From now on alarms are sent there, too; throws `outlet/address` for what is none.
  public Job<Outlet> add(String name, String address, Attendant attendant) {
    Outlet outlet = Outlet.of(name, address);
    return jobs.start(
        new JobRequest("alarm.outlet-added", "", Map.of("name", name, "address", address)),
        attendant,
        _ -> {
          outbox.begin(outlet);
          outlets.add(outlet);
          return outlet;
        });
  }

  /// No alarms are sent there any more; throws `outlet/address` for what is none.
  public Job<Outlet> remove(String name, Attendant attendant) {
    Outlet outlet = outlets.named(name);
    return jobs.start(
        new JobRequest("alarm.outlet-removed", "", Map.of("name", name)),
        attendant,
        _ -> outlets.remove(outlet.name()));
  }

  /// Sends a message that says it is a test; throws `outlet/not-taken` where it is not taken.
  public Job<Outlet> test(String name, Attendant attendant) {
    Outlet outlet = outlets.named(name);
    return jobs.start(
        new JobRequest("alarm.outlet-tested", "", Map.of("name", name)),
        attendant,
        _ -> {
          outbox.send(
              outlet,
              new Message(
                  0, time.now(), "test", "test", "", "A test by simwright: nothing is wrong."));
          return outlet;
        });
  }

  /// Tells every outlet what waits for it; one that does not take it is asked again later.
  public List<Told> deliver() {
    List<Told> all = new ArrayList<>();
    for (Outlet each : outlets.all()) {
      try {
        all.add(new Told(each, outbox.deliver(each), 0, ""));
      } catch (Fault untaken) {
        all.add(
            new Told(
                each,
                0,
                outbox.waiting(each).size(),
                untaken.evidence().orElse(untaken.code().toString())));
      }
    }
    return List.copyOf(all);
  }
}
