package simwright.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunPage;
import simwright.acceptance.RunSummary;
import simwright.audit.Anchor;
import simwright.audit.Audit;
import simwright.audit.Fingerprint;
import simwright.fault.Fault;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.report.RegistryReport;
import simwright.rollout.Alarms;
import simwright.rollout.Comparison;
import simwright.rollout.DeviceKind;
import simwright.rollout.FlakyStep;
import simwright.rollout.ImportedEntries;
import simwright.rollout.Measurement;
import simwright.rollout.ProvisioningPath;
import simwright.rollout.Registry;
import simwright.rollout.RegistryEntry;
import simwright.rollout.RegistryFile;
import simwright.rollout.Regression;
import simwright.rollout.Regressions;
import simwright.rollout.Statistics;
import simwright.rollout.Trend;
import simwright.time.Time;

/// What the runs of the log say: found again, over time, side by side, how steadily, and which
/// devices they make compatible. Nothing here touches a device.
public final class ResultActs {
  private final RunHistory history;
  private final Statistics statistics;
  private final Registry registry;
  private final Alarms alarms;
  private final Regressions regressions;
  private final ImportedEntries imported;
  private final Audit audit;
  private final Time time;

  /// Of this history, with the alarms there are and the entries of the registry from elsewhere.
  public ResultActs(
      RunHistory history, Alarms alarms, ImportedEntries imported, Audit audit, Time time) {
    this.history = history;
    this.audit = audit;
    this.imported = imported;
    this.time = time;
    this.statistics = new Statistics(history);
    this.registry = new Registry(history, imported);
    this.alarms = alarms;
    this.regressions = new Regressions(history, alarms, audit);
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

  /// What an export of the registry came to: its text with the SHA-256 of that, how many entries
  /// are in it, and the state of the log it was made from.
  public record Exported(String text, String sha256, int entries, Anchor anchor) {
    private static Exported of(String text, int entries, Anchor anchor) {
      String sha256 = Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
      return new Exported(text, sha256, entries, anchor);
    }
  }

  /// What an import came to: whose registry it was, how many entries were in it, and the SHA-256 of
  /// the file.
  public record Imported(String installation, int entries, String sha256) {}

  /// The registry's own entries as JSON, which another installation can import.
  public Exported exportJson() {
    List<RegistryEntry> own = registry.own();
    Anchor anchor = audit.anchor();
    return Exported.of(
        RegistryReport.json(own, audit.installation(), anchor, time.now()), own.size(), anchor);
  }

  /// All entries as CSV, those from elsewhere among them.
  public Exported exportCsv() {
    List<RegistryEntry> all = registry.entries();
    Anchor anchor = audit.anchor();
    return Exported.of(RegistryReport.csv(all, anchor), all.size(), anchor);
  }

  /// Takes in the registry of another installation, or a spreadsheet, as a whole or not at all;
  /// throws `rollout/broken-registry` with every entry that cannot be used.
  public Imported importRegistry(byte[] bytes, String name) {
    RegistryFile file = RegistryFile.read(bytes, name, audit.installation());
    String sha256 = Fingerprint.of(bytes);
    imported.take(file.entries(), file.installation(), sha256);
    audit.checkpoint();
    return new Imported(file.installation(), file.entries().size(), sha256);
  }

  /// Takes down what a person says of a kind of device: by which ways profiles come onto it.
  public RegistryEntry claim(DeviceKind kind, Set<ProvisioningPath> paths) {
    return imported.claim(kind, paths, time.now());
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
        audit.append(new Event.Alarmed(alarm.id(), "acknowledged", alarm.device(), alarm.text()));
  }
}
