package simwright.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Program;
import simwright.journal.Recorded;

/// Writes the records of runs: each is on disk before its method returns.
final class RunLog {
  private final Journal journal;

  RunLog(Journal journal) {
    this.journal = journal;
  }

  /// Whether a run of now is one in a lab.
  boolean lab() {
    return journal.lab();
  }

  /// The run begins. What a person does by hand stands here already, for the case that this program
  /// cannot write it later.
  void started(Run run, Plan plan) {
    Map<String, Object> content = header(run);
    content.put("steps", plan.size());
    content.put("safe", plan.safe().map(SafeState::title).orElse(""));
    content.put("by-hand", plan.safe().map(SafeState::byHand).orElse(""));
    append(run.id(), "run.started", content);
  }

  /// A step begins, with the measurements it must take.
  void begun(String run, String phase, PlannedStep step, int round, int rounds) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", step.id());
    content.put("kind", step.kind());
    content.put("step", step.title());
    content.put("phase", phase);
    content.put("round", round);
    content.put("rounds", rounds);
    content.put("within-millis", step.within().toMillis());
    content.put("measure", step.limits().stream().map(RunLines::limit).toList());
    append(run, "step.started", content);
  }

  /// A step is over.
  void finished(String run, StepRecord record) {
    append(run, "step.finished", RunLines.step(record));
  }

  /// A person has to act.
  void unsafe(String run, String device, Safety safety, String why) {
    append(
        run,
        "run.unsafe",
        Map.of("device", device, "safe", safety.title(), "by-hand", safety.byHand(), "why", why));
  }

  /// The run is over.
  void finished(Run run) {
    Map<String, Object> content = header(run);
    content.put("ended", run.ended().toString());
    content.put("outcome", run.outcome().key());
    content.put("reason", run.reason());
    content.put("safety", run.safety().state().key());
    content.put("safe", run.safety().title());
    content.put("by-hand", run.safety().byHand());
    content.put("refused", run.refused().orElse(""));
    append(run.id(), "run.finished", content);
  }

  private void append(String run, String part, Map<String, Object> content) {
    Recorded unused = journal.append(new Event.RunPart(run, part, content));
  }

  private static Map<String, Object> header(Run run) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("plan", run.plan());
    content.put("plan-sha256", run.planSha256());
    content.put("device", run.device());
    content.put("model", run.model());
    content.put("hardware-profile", run.hardwareProfile());
    content.put("simulated", run.simulated());
    content.put("lab", run.lab());
    content.put("operator", run.operator());
    content.put("started", run.started().toString());
    content.put("process", Program.here());
    return content;
  }
}
