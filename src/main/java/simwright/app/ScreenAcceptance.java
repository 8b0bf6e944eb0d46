package simwright.app;

import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.ui.acceptance.AcceptanceSource;

/// There are no plans: the acceptance screen shows its empty state.
final class ScreenAcceptance implements AcceptanceSource {
  private final Value<Optional<Run>> current = new Value<>(Optional.empty());
  private final Value<List<Run>> results = new Value<>(List.of());

  @Override
  public List<Plan> plans() {
    return List.of();
  }

  @Override
  public Job<?> run(String plan, String device) {
    throw new Fault(JobCodes.NO_DEVICE, "running a plan", plan);
  }

  @Override
  public Observable<Optional<Run>> current() {
    return current;
  }

  @Override
  public Observable<List<Run>> results() {
    return results;
  }

  @Override
  public List<TranscriptLine> bytes(TranscriptRange range) {
    return List.of();
  }

  @Override
  public String report(String run) {
    throw new Fault(JobCodes.NO_DEVICE, "writing a report", run);
  }
}
