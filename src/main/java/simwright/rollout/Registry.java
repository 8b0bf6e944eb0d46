package simwright.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import simwright.acceptance.Attempt;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Taken;

/// The registry of compatible devices: computed from the runs of the log each time it is asked, so
/// that it cannot say more than they do, and beside that the entries that came from elsewhere.
public final class Registry {
  private static final Comparator<RunSummary> OLDEST =
      Comparator.comparing(RunSummary::started).thenComparing(RunSummary::id);

  private final RunHistory history;
  private final ImportedEntries imported;

  /// Of this history, with these from elsewhere.
  public Registry(RunHistory history, ImportedEntries imported) {
    this.history = history;
    this.imported = imported;
  }

  /// All entries, by what devices are alike in; those from elsewhere after those of this log.
  public List<RegistryEntry> entries() {
    List<RegistryEntry> all = new ArrayList<>(own());
    all.addAll(imported.all());
    all.sort(
        Comparator.comparing(RegistryEntry::kind)
            .thenComparing(entry -> entry.origin().isPresent()));
    return List.copyOf(all);
  }

  /// The entries whose kind holds all words; all for no words.
  public List<RegistryEntry> search(String words) {
    String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    return entries().stream()
        .filter(entry -> {
          String text = entry.kind().words().toLowerCase(Locale.ROOT);
          return List.of(wanted).stream().allMatch(text::contains);
        })
        .toList();
  }

  /// Those that are made from the runs of this log.
  public List<RegistryEntry> own() {
    Map<DeviceKind, RegistryTally> kinds = new TreeMap<>();
    List<RunSummary> runs = history.search(RunFilter.ALL, 0, Integer.MAX_VALUE).runs();
    runs.stream()
        .filter(run -> !run.model().isEmpty())
        .sorted(OLDEST)
        .forEach(run -> run.outcome().ifPresent(outcome -> tally(kinds, run).take(run, outcome)));
    history.attempts(RunFilter.ALL, attempt -> seen(kinds, attempt));
    history.taken(RunFilter.ALL, taken -> seen(kinds, taken));
    return kinds.values().stream().map(RegistryTally::entry).toList();
  }

  private static void seen(Map<DeviceKind, RegistryTally> kinds, Attempt attempt) {
    RegistryTally tally = kinds.get(DeviceKind.of(attempt.run()));
    if (tally != null) {
      tally.take(attempt);
    }
  }

  private static void seen(Map<DeviceKind, RegistryTally> kinds, Taken taken) {
    RegistryTally tally = kinds.get(DeviceKind.of(taken.run()));
    if (tally != null) {
      tally.take(taken);
    }
  }

  private static RegistryTally tally(Map<DeviceKind, RegistryTally> kinds, RunSummary run) {
    return kinds.computeIfAbsent(DeviceKind.of(run), RegistryTally::new);
  }
}
