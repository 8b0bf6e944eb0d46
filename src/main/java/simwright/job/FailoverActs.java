package simwright.job;

import java.nio.file.Files;
import java.nio.file.Path;
import simwright.failover.Decision;
import simwright.failover.DecisionRecord;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.failover.simulation.Traces;

/// What a person can do about the selection of profiles without a device: look at policies, and try
/// one before it is trusted.
public final class FailoverActs {
  private final Path data;

  /// With the own policies of this data folder.
  public FailoverActs(Path data) {
    this.data = data;
  }

  /// The published schema of policies.
  public static String policySchema() {
    return Policies.schema();
  }

  /// The published schema of traces.
  public static String traceSchema() {
    return Traces.schema();
  }

  /// All policies.
  public Policies policies() {
    return Policies.with(data);
  }

  /// The policy of a name, else of a file; throws `failover/no-policy` or `failover/broken-policy`.
  public PolicyFile policy(String nameOrFile) {
    Policies all = policies();
    boolean known = all.all().stream().anyMatch(each -> each.policy().name().equals(nameOrFile));
    return !known && Files.isRegularFile(Path.of(nameOrFile))
        ? Policies.read(Path.of(nameOrFile))
        : all.named(nameOrFile);
  }

  /// The trace of a name, else of a file; throws `failover/broken-trace`.
  public Trace trace(String nameOrFile) {
    return Traces.named(nameOrFile);
  }

  /// What a policy makes of a trace.
  public Simulation.Result simulate(PolicyFile policy, Trace trace) {
    return new Simulation(policy.policy(), trace).run();
  }

  /// Why a decision was taken, in one paragraph.
  public static String why(Decision decision) {
    return DecisionRecord.paragraph(decision);
  }
}
