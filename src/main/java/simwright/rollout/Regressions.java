package simwright.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunSummary;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.rollout.Comparison.Difference;

/// Looks whether a model is worse with the firmware it was met with last than with the one before:
/// a step passes clearly less often, or a measurement is clearly worse. A step that had always
/// passed and never passes now, in too few runs to tell it from chance, is a possible regression.
/// What is found stands as an alarm of its rank until it no longer holds.
public final class Regressions {
  private final RunHistory history;
  private final Statistics statistics;
  private final Alarms alarms;
  private final Journal journal;

  /// Among the runs of this history.
  public Regressions(RunHistory history, Alarms alarms, Journal journal) {
    this.history = history;
    this.statistics = new Statistics(history);
    this.alarms = alarms;
    this.journal = journal;
  }

  /// Looks after a run has ended: raises what is new, clears what no longer holds.
  public List<Regression> look(String run) {
    Optional<RunSummary> ended =
        history.search(RunFilter.of(Set.of(run)), 0, 1).runs().stream()
            .filter(each -> !each.model().isEmpty() && !each.revision().isEmpty())
            .findFirst();
    return ended.map(each -> look(each.model(), each.plan(), each.simulated())).orElse(List.of());
  }

  private List<Regression> look(String model, String plan, boolean simulated) {
    List<Regression> found = find(model, plan, simulated);
    Set<String> ids = found.stream().map(Regression::alarm).collect(Collectors.toSet());
    List<String> families =
        Stream.of(true, false)
            .map(sure -> Regression.family(model, plan, simulated, sure))
            .toList();
    List<Alarm> standing =
        alarms.standing().stream()
            .filter(each -> families.stream().anyMatch(each.id()::startsWith))
            .toList();
    standing.stream()
        .filter(each -> !ids.contains(each.id()))
        .forEach(each -> say(each.id(), "cleared", each.text()));
    Set<String> there = standing.stream().map(Alarm::id).collect(Collectors.toSet());
    found.stream()
        .filter(each -> !there.contains(each.alarm()))
        .forEach(each -> say(each.alarm(), "raised", each.words()));
    return found;
  }

  private void say(String alarm, String what, String text) {
    Recorded unused = journal.append(new Event.Alarmed(alarm, what, "", text));
  }

  /// The regressions of a model in a plan, as its runs tell them now.
  public List<Regression> find(String model, String plan, boolean simulated) {
    RunFilter filter =
        RunFilter.ALL.with(RunField.MODEL, model).with(RunField.PLAN, plan).simulated(simulated);
    List<String> versions = versions(filter);
    if (versions.size() < 2) {
      return List.of();
    }
    List<String> last = versions.subList(versions.size() - 2, versions.size());
    Comparison both = statistics.compare(filter, RunField.FIRMWARE, last);
    List<Regression> found = new ArrayList<>();
    for (Comparison.StepRow row : both.steps()) {
      if (row.passed().size() == 2 && worse(row)) {
        found.add(
            new Regression(
                model,
                plan,
                row.step(),
                "",
                last.getFirst(),
                last.getLast(),
                simulated,
                row.differs().getLast() == Difference.WORSE,
                "passed " + row.passed().getFirst() + ", now " + row.passed().getLast()));
      }
    }
    for (Comparison.ValueRow row : both.values()) {
      if (row.differs().getLast() == Difference.WORSE) {
        found.add(
            new Regression(
                model,
                plan,
                row.measurement().step(),
                row.measurement().name(),
                last.getFirst(),
                last.getLast(),
                simulated,
                true,
                words(row, 0) + ", now " + words(row, 1)));
      }
    }
    return List.copyOf(found);
  }

  /// The versions in the order in which they were first met.
  private List<String> versions(RunFilter filter) {
    Set<String> met = new LinkedHashSet<>();
    history.search(filter, 0, Integer.MAX_VALUE).runs().stream()
        .filter(run -> run.outcome().isPresent() && !run.revision().isEmpty())
        .sorted(Comparator.comparing(RunSummary::started))
        .forEach(run -> met.add(run.revision()));
    return List.copyOf(met);
  }

  private static boolean worse(Comparison.StepRow row) {
    Rate before = row.passed().getFirst();
    Rate after = row.passed().getLast();
    boolean never =
        before.n() > 0 && before.hits() == before.n() && after.n() > 0 && after.hits() == 0;
    return never || row.differs().getLast() == Difference.WORSE;
  }

  private static String words(Comparison.ValueRow row, int column) {
    return row.cells()
        .get(column)
        .spread()
        .map(spread -> spread.words(row.measurement().unit()))
        .orElse("");
  }
}
