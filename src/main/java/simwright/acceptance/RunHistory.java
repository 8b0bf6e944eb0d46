package simwright.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.journal.Journal;
import simwright.journal.Program;
import simwright.journal.Recorded;
import simwright.store.Store;

/// All runs that stand in the log. A run is put together again from its records and its verdict
/// computed anew.
public final class RunHistory {
  private static final int FOR_ESTIMATES = 5;

  private final RunTable table;
  private final Journal journal;
  private final LongFunction<Optional<Recorded>> lines;

  /// Of this store and log; `lines` gives the record of a number.
  public RunHistory(Store store, Journal journal, LongFunction<Optional<Recorded>> lines) {
    this.table = new RunTable(store, journal);
    this.journal = journal;
    this.lines = lines;
  }

  /// The newest runs first.
  public List<RunSummary> newest(int most) {
    return table.where("1 ORDER BY started DESC, id DESC LIMIT ?", most);
  }

  /// Some of the runs that a filter means, newest first, from a place on (0 is the newest).
  public RunPage search(RunFilter filter, long from, int most) {
    return table.page(filter, from, most);
  }

  /// What there is of a field among the runs that a filter means, in order.
  public List<String> values(RunFilter filter, RunField field) {
    return table.values(filter, field);
  }

  /// Passes every try of every step of the runs that a filter means, oldest first.
  public void attempts(RunFilter filter, Consumer<Attempt> into) {
    table.attempts(filter, into);
  }

  /// Passes every value that the runs took which a filter means, oldest first.
  public void taken(RunFilter filter, Consumer<Taken> into) {
    table.taken(filter, into);
  }

  /// The last run on a device that ended and had a safe state to leave it in. The log knows a
  /// device by its redacted id.
  public Optional<RunSummary> left(String device) {
    return table
        .where(
            "device = ? AND safety IN ('verified', 'unsafe', 'restored', 'resolved')"
                + " ORDER BY ended DESC, id DESC LIMIT 1",
            Redactor.redact(device))
        .stream()
        .findFirst();
  }

  /// The text of the plan of a run, as it was carried out; empty for runs of older logs.
  public Optional<String> planText(String run) {
    return parts(run).stream()
        .filter(part -> part.part().equals("run.started"))
        .findFirst()
        .flatMap(part -> RunLines.text(part.content(), "plan-text"));
  }

  /// The profiles of a run by the ids of its steps, each by its pseudonym: which one a step met and
  /// whether the run had downloaded it itself, and all that were on the card when a step read it,
  /// with its default server; and what proves that one that no step saw came by it.
  public record Profiles(
      Map<String, Map.Entry<String, Boolean>> met,
      Map<String, Map.Entry<List<String>, String>> there,
      Origin origin) {}

  /// What only a run itself has: the orders that it could use up, told without their codes, the
  /// program that carried it out, and when it began.
  public record Origin(Set<String> orders, String program, Instant begun) {}

  /// What the log tells of the profiles of a run.
  public Profiles profiles(String run) {
    List<RunPartLine> parts = parts(run);
    Profiles all = new Profiles(new LinkedHashMap<>(), new LinkedHashMap<>(), origin(parts));
    for (RunPartLine part : parts) {
      if (part.part().equals("step.finished")) {
        String id = part.content().path("id").asText();
        String profile = RunLines.pseudonym(part.content().path("profile"));
        if (!profile.isEmpty()) {
          met(all.met(), id, Map.entry(profile, part.content().path("own").asBoolean()));
        }
        if (part.content().path("there").isArray()) {
          List<String> there = new ArrayList<>();
          part.content().path("there").forEach(each -> there.add(RunLines.pseudonym(each)));
          all.there().put(id, Map.entry(there, part.content().path("default-server").asText()));
        }
      }
    }
    return all;
  }

  /// As the run itself kept them.
  private static void met(
      Map<String, Map.Entry<String, Boolean>> all, String id, Map.Entry<String, Boolean> profile) {
    Map.Entry<String, Boolean> former = all.put(id, profile);
    if (former != null && former.getValue() && !former.getKey().equals(profile.getKey())) {
      all.put(RunTools.another(id, all.keySet()), former);
    }
  }

  private static Origin origin(List<RunPartLine> parts) {
    Set<String> orders = new LinkedHashSet<>();
    for (RunPartLine part : parts) {
      if (part.part().equals("run.started")) {
        part.content().path("orders").forEach(each -> orders.add(each.asText()));
        return new Origin(
            orders,
            part.content().path("process").asText(),
            Instant.parse(part.content().path("started").asText()));
      }
    }
    return new Origin(orders, "", Instant.MAX);
  }

  /// A person says that what had to be done by hand on a device was done.
  public void resolve(RunSummary left, String person, String note) {
    new RunLog(journal).safe(left.id(), left.device(), Safety.State.RESOLVED, person, note);
  }

  /// Takes down how a run came out under other limits, without the device; both verdicts stand in
  /// the log.
  public void rejudged(Run again, String person) {
    new RunLog(journal).rejudged(again, person);
  }

  /// How the last runs of a plan went that were well: what the time left is told from.
  public TimeLeft timeLeft(String planSha256) {
    List<Run> good =
        table
            .where(
                "plan_sha256 = ? AND outcome IN ('pass', 'marginal') ORDER BY started DESC LIMIT "
                    + FOR_ESTIMATES,
                planSha256)
            .stream()
            .map(each -> run(each.id()))
            .toList();
    return TimeLeft.of(good);
  }

  /// How long a plan takes when all is well, as it stood when it was last well.
  public Optional<Duration> usual(String plan) {
    return table
        .where("plan = ? AND outcome IN ('pass', 'marginal') ORDER BY started DESC LIMIT 1", plan)
        .stream()
        .findFirst()
        .flatMap(last -> timeLeft(run(last.id()).judged().planSha256()).whole());
  }

  /// The run of an id as its records tell; throws `acceptance/no-run`.
  public Run run(String id) {
    List<RunSummary> row = table.where("id = ?", id);
    List<RunPartLine> parts = parts(id);
    if (row.isEmpty() || parts.isEmpty()) {
      throw new Fault(AcceptanceCodes.NO_RUN, "looking for a run", id);
    }
    return RunReader.run(id, parts, row.getFirst().started());
  }

  /// Ends the runs whose program is gone: the step that was at work stands as interrupted, and the
  /// safe state as unverified. The runs that were ended now.
  public List<RunSummary> recover() {
    List<RunSummary> ended = new ArrayList<>();
    String us = Program.here();
    for (RunSummary open : table.where("outcome = ?", "")) {
      if (!Program.runs(open.process()) && table.claim(open, us)) {
        end(open);
        ended.addAll(table.where("id = ?", open.id()));
      }
    }
    return List.copyOf(ended);
  }

  private void end(RunSummary open) {
    List<RunPartLine> parts = parts(open.id());
    Instant seen = lastSeen(parts);
    List<StepRecord> cut = cut(parts, Duration.between(open.started(), seen));
    Run so = RunReader.run(open.id(), parts, open.started());
    List<StepRecord> steps = new ArrayList<>(so.steps());
    steps.addAll(cut);
    boolean declared = !so.safety().byHand().isEmpty();
    boolean unsafe = declared && parts.stream().anyMatch(RunHistory::changes);
    Safety.State state = unsafe ? Safety.State.UNSAFE : Safety.State.UNTOUCHED;
    Safety safety =
        declared
            ? new Safety(state, so.safety().title(), so.safety().byHand(), so.safety().steps())
            : Safety.NONE;
    Run run = so.ended(seen, List.copyOf(steps), safety);
    RunLog log = new RunLog(journal);
    cut.forEach(each -> log.finished(open.id(), each));
    if (unsafe) {
      log.unsafe(open.id(), open.device(), safety, run.reason());
    }
    log.finished(run, run.subject().identities());
  }

  /// Whether a step was begun that changes the device; older logs do not say, so it counts as one.
  private static boolean changes(RunPartLine part) {
    return part.part().equals("step.started") && part.content().path("changes").asBoolean(true);
  }

  /// The steps that were at work when the program ended; one of no step where it ended between two.
  private static List<StepRecord> cut(List<RunPartLine> parts, Duration at) {
    Map<String, JsonNode> open = new LinkedHashMap<>();
    for (RunPartLine part : parts) {
      String slot = part.content().path("slot").asText() + part.content().path("step").asText();
      if (part.part().equals("step.started")) {
        open.put(slot, part.content());
      } else if (part.part().equals("step.finished")) {
        open.remove(slot);
      }
    }
    return open.isEmpty()
        ? List.of(
            RunUnderWay.interrupted(
                Place.in(Place.MAIN, ""), "", "the program ended between two steps", at))
        : open.values().stream()
            .map(step ->
                RunUnderWay.interrupted(
                    RunLines.place(step),
                    step.path("step").asText(),
                    "the program ended in this step",
                    at))
            .toList();
  }

  /// When the last record of a run was written: nothing later is known of it.
  private Instant lastSeen(List<RunPartLine> parts) {
    return lines.apply(parts.getLast().seq()).map(Recorded::at).orElse(Instant.EPOCH);
  }

  private List<RunPartLine> parts(String id) {
    return table.parts(id).stream()
        .flatMap(seq -> lines.apply(seq).stream())
        .map(RunPartLine::of)
        .toList();
  }
}
