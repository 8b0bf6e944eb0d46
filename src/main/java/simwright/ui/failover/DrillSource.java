package simwright.ui.failover;

import java.util.List;
import simwright.acceptance.Run;
import simwright.acceptance.RunView;
import simwright.acceptance.plan.Plan;
import simwright.job.Job;
import simwright.job.PlanActs;
import simwright.observe.Observable;

/// What the screen of failover needs of drills.
public interface DrillSource {
  /// The drills there are, a person's own among them. Reads files.
  List<Plan> drills();

  /// Runs a drill on a device.
  Job<Run> drill(String device, PlanActs.Wish wish);

  /// The runs under way, as they grow.
  Observable<List<RunView>> live();

  /// Asks a run to stop; again to escalate.
  void cancel(String run);

  /// The last runs of a drill that ended, newest first. Reads the log.
  List<Run> history(String drill, int most);
}
