package simwright.app;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.failover.FailoverWatch;
import simwright.failover.Looked;
import simwright.failover.SelectionEntry;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.failover.simulation.Traces;
import simwright.fault.Fault;
import simwright.job.FailoverActs;
import simwright.job.Job;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.ui.failover.FailoverSource;

/// What the screen of failover needs of selections.
final class ScreenFailover implements FailoverSource, AutoCloseable {
  private final OpenData data;
  private final Supplier<Attendant> attendant;
  private final Value<Long> decided = new Value<>(0L);
  private final Subscription following;

  ScreenFailover(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
    this.following =
        data.audit()
            .follow(
                data.book().anchor().size() + 1,
                recorded -> {
                  if (recorded.kind().startsWith("failover.")) {
                    decided.set(recorded.seq());
                  }
                });
  }

  private FailoverActs acts() {
    return data.failover();
  }

  @Override
  public Observable<Map<String, Looked>> looked() {
    return acts().looked();
  }

  @Override
  public Observable<Long> decided() {
    return decided;
  }

  @Override
  public List<SelectionEntry> entries(String device) {
    return acts().entries(device);
  }

  @Override
  public List<PolicyFile> policies() {
    return acts().policies().all();
  }

  @Override
  public List<Fault> refused() {
    return acts().policies().refused();
  }

  @Override
  public List<String> traces() {
    return Traces.shipped();
  }

  @Override
  public Trace trace(String nameOrFile) {
    return acts().trace(nameOrFile);
  }

  @Override
  public Simulation.Result simulate(PolicyFile policy, Trace trace) {
    return acts().simulate(policy, trace);
  }

  @Override
  public Job<FailoverWatch> run(String device, PolicyFile policy, FailoverActs.Wish wish) {
    return acts().run(device, policy, wish, attendant.get());
  }

  @Override
  public Job<Looked> look(String device, PolicyFile policy) {
    return acts().look(device, policy, attendant.get());
  }

  @Override
  public void close() {
    following.close();
  }
}
