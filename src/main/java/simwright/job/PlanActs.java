package simwright.job;

import java.util.List;
import java.util.Map;
import simwright.acceptance.Engine;
import simwright.acceptance.Plan;
import simwright.acceptance.Plans;
import simwright.acceptance.Run;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.audit.Book;
import simwright.device.DeviceSet;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;

/// Runs acceptance plans on devices and keeps the runs of this session.
public final class PlanActs {
  private final Jobs jobs;
  private final DeviceSet devices;
  private final Book book;
  private final Time time;
  private final Plans plans = Plans.shipped(Steps.all());
  private final Value<List<Run>> runs = new Value<>(List.of());

  /// With these devices and this log.
  public PlanActs(Jobs jobs, DeviceSet devices, Book book, Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.book = book;
    this.time = time;
  }

  /// The plans there are.
  public List<Plan> plans() {
    return plans.all();
  }

  /// The runs of this session, newest first.
  public Observable<List<Run>> runs() {
    return runs;
  }

  /// Runs a plan on a device; the log is signed at the run's end. A plan that does not exist ends
  /// the job.
  public Job<Run> run(String plan, String device, String operator, Attendant attendant) {
    return jobs.start(
        new JobRequest("acceptance.run", device, Map.of("plan", plan)),
        attendant,
        context -> {
          Run run =
              new Engine(Steps.all(), book, time)
                  .run(
                      context.id(),
                      plans.named(plan),
                      devices.device(device),
                      operator,
                      context.cancel(),
                      context.progress());
          book.checkpoint();
          var unused =
              runs.update(old -> {
                var next = new java.util.ArrayList<>(List.of(run));
                next.addAll(old);
                return List.copyOf(next);
              });
          return run;
        });
  }
}
