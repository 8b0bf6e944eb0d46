package simwright.ui.failover;

import java.util.List;
import java.util.Map;
import simwright.failover.FailoverWatch;
import simwright.failover.Looked;
import simwright.failover.SelectionEntry;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.fault.Fault;
import simwright.job.FailoverActs;
import simwright.job.Job;
import simwright.observe.Observable;

/// What the screen of failover needs of selections, policies and traces.
public interface FailoverSource {
  /// What was last seen in this session of each device, by its id.
  Observable<Map<String, Looked>> looked();

  /// The number of the newest record about selections; 0 where nobody has looked.
  Observable<Long> decided();

  /// What the log holds of the selection for a device, oldest first. Reads the log.
  List<SelectionEntry> entries(String device);

  /// The policies there are. Reads files.
  List<PolicyFile> policies();

  /// A person's own policies that cannot be used, and why. Reads files.
  List<Fault> refused();

  /// The names of the traces that ship.
  List<String> traces();

  /// The trace of a name, else of a file; throws where it is none. Reads files.
  Trace trace(String nameOrFile);

  /// What a policy makes of a trace.
  Simulation.Result simulate(PolicyFile policy, Trace trace);

  /// Looks after a device by a policy.
  Job<FailoverWatch> run(String device, PolicyFile policy, FailoverActs.Wish wish);

  /// Reads a device and its card, and decides nothing.
  Job<Looked> look(String device, PolicyFile policy);
}
