package simwright.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunPage;
import simwright.acceptance.RunSummary;
import simwright.fault.Fault;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.rollout.Alarms;
import simwright.rollout.Comparison;
import simwright.rollout.FlakyStep;
import simwright.rollout.ImportedEntries;
import simwright.rollout.Measurement;
import simwright.rollout.Registry;
import simwright.rollout.RegistryEntry;
import simwright.rollout.Regression;
import simwright.rollout.Regressions;
import simwright.rollout.Statistics;
import simwright.rollout.Trend;

/// What the runs of the log say: found again, over time, side by side, how steadily, and which
/// devices they make compatible. Nothing here touches a device.
public final class ResultActs {
  private final RunHistory history;
  private final Statistics statistics;
  private final Registry registry;
  private final Alarms alarms;
  private final Regressions regressions;
  private final Journal journal;

  /// Of this history, with the alarms there are and the entries of the registry from elsewhere.
  public ResultActs(RunHistory history, Alarms alarms, ImportedEntries imported, Journal journal) {
    this.history = history;
    this.journal = journal;
    this.statistics = new Statistics(history);
    this.registry = new Registry(history, imported);
    this.alarms = alarms;
    this.regressions = new Regressions(history, alarms, journal);
  }

  /// Some of the runs that a filter means, newest first, from a place on (0 is the newest).
  public RunPage search(RunFilter filter, long from, int most) {
    return history.search(filter, from, most);
  }

  /// What there is of a field among the runs that a filter means, such as all plans.
  public List<String> values(RunFilter filter, RunField field) {
    return history.values(filter, field);
  }

  /// What is measured in the runs that are meant.
  public List<Measurement> measurements(RunFilter filter) {
    return statistics.measurements(filter);
  }

  /// A measurement over time, one trend for each value of what they are split by.
  public List<Trend> trend(RunFilter filter, Measurement measurement, Optional<RunField> by) {
    return statistics.trend(filter, measurement, by);
  }

  /// Runs side by side; throws `acceptance/no-run` for one that is not there.
  public Comparison compare(List<String> runs) {
    Set<String> there =
        Set.copyOf(
            history.search(RunFilter.of(Set.copyOf(runs)), 0, runs.size()).runs().stream()
                .map(RunSummary::id)
                .toList());
    runs.stream()
        .filter(run -> !there.contains(run))
        .findFirst()
        .ifPresent(run -> {
          throw new Fault(AcceptanceCodes.NO_RUN, "comparing runs", run);
        });
    return statistics.compare(runs);
  }

  /// Runs side by side by what they have in a field; these values, or all there are for none.
  public Comparison compare(RunFilter filter, RunField by, List<String> values) {
    return statistics.compare(filter, by, values);
  }

  /// How steadily the steps of runs end, flaky ones first.
  public List<FlakyStep> flaky(RunFilter filter) {
    return statistics.flaky(filter);
  }

  /// The registry of compatible devices whose kind holds all words; all for no words.
  public List<RegistryEntry> registry(String words) {
    return registry.search(words);
  }

  /// Looks after a run whether its model has become worse with its firmware; what was found stands
  /// as alarms.
  public List<Regression> ended(String run) {
    return regressions.look(run);
  }

  /// The alarms that still hold, newest first.
  public List<Alarm> alarms() {
    return alarms.standing();
  }

  /// A person has seen an alarm; it holds until its reason is gone.
  public void acknowledge(Alarm alarm) {
    Recorded unused =
        journal.append(new Event.Alarmed(alarm.id(), "acknowledged", alarm.device(), alarm.text()));
  }
}
