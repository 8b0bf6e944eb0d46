package simwright.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlannedStep;
import simwright.acceptance.plan.SafeState;
import simwright.identity.Identifier;
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

  /// The run begins; `orders` are those that it may use up, told without their codes. What a person
  /// does by hand stands here already, and the plan itself, for the case that this program cannot
  /// bring the safe state about later.
  void started(Run run, Plan plan, List<String> orders, Map<String, Identifier> identities) {
    Map<String, Object> content = header(run, identities);
    content.put("plan-text", plan.text());
    content.put("orders", orders);
    content.put("steps", plan.size());
    content.put("safe", plan.safe().map(SafeState::title).orElse(""));
    content.put("by-hand", plan.safe().map(SafeState::byHand).orElse(""));
    append(run.id(), "run.started", content);
  }

  /// A step begins, with the measurements it must take.
  void begun(String run, Place place, PlannedStep step) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", step.id());
    content.put("kind", step.kind());
    content.put("step", step.title());
    content.putAll(RunLines.place(place));
    content.put("changes", !step.changes().isEmpty());
    content.put("within-millis", step.within().toMillis());
    content.put("measure", step.limits().stream().map(RunLines::limit).toList());
    append(run, "step.started", content);
  }

  /// A step is over.
  void finished(String run, StepRecord record) {
    append(run, "step.finished", RunLines.step(record));
  }

  /// The same with the profiles that it met or saw.
  void finished(String run, StepRecord record, RunTools tools) {
    Map<String, Object> content = RunLines.step(record);
    tools
        .met(record.id())
        .ifPresent(each -> {
          content.put("profile", each.iccid());
          content.put("own", each.own());
        });
    tools
        .seen(record.id())
        .ifPresent(all -> {
          content.put("there", List.copyOf(all.profiles()));
          content.put("default-server", all.defaultServer());
        });
    append(run, "step.finished", content);
  }

  /// What was read in the background.
  void samples(String run, Samples samples) {
    append(run, "samples", RunLines.samples(samples));
  }

  /// What became of the safe state after the run's end: verified by the program, or said to be by a
  /// person; in `note` what they did.
  void safe(String run, String device, Safety.State state, String person, String note) {
    append(
        run,
        "run.safe",
        Map.of("device", device, "safety", state.key(), "person", person, "note", note));
  }

  /// The run was judged by other limits, without the device; both verdicts stand.
  void rejudged(Run again, String person) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.putAll(RunLines.judged(again.judged()));
    content.put("outcome", again.outcome().key());
    content.put("reason", again.reason());
    content.put("person", person);
    append(again.id(), "run.rejudged", content);
  }

  /// A person has to act.
  void unsafe(String run, String device, Safety safety, String why) {
    append(
        run,
        "run.unsafe",
        Map.of("device", device, "safe", safety.title(), "by-hand", safety.byHand(), "why", why));
  }

  /// The run is over.
  void finished(Run run, Map<String, ?> identities) {
    Map<String, Object> content = header(run, identities);
    content.put("ended", run.ended().toString());
    content.put("outcome", run.outcome().key());
    content.put("first-outcome", run.firstOutcome().key());
    content.put("attempt", run.attempt());
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

  private static Map<String, Object> header(Run run, Map<String, ?> identities) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.putAll(RunLines.judged(run.judged()));
    content.putAll(RunLines.subject(run.subject()));
    content.put("identities", identities);
    content.put("lab", run.lab());
    content.put("operator", run.operator());
    content.put("header", run.header().said());
    content.put("started", run.started().toString());
    content.put("process", Program.here());
    return content;
  }
}
