package simwright.acceptance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.plan.Outcome;

/// Which runs are meant: these alone where some are named, those whose fields are as told, with one
/// of these outcomes (any for none; runs under way have none), begun from one time until before
/// another, that hold the text somewhere in what a person reads of them, and are simulated or not
/// where that is asked.
public record RunFilter(
    Set<String> runs,
    Map<RunField, String> fields,
    Set<Outcome> outcomes,
    Optional<Instant> from,
    Optional<Instant> until,
    String text,
    Optional<Boolean> simulated) {
  /// All runs.
  public static final RunFilter ALL =
      new RunFilter(
          Set.of(), Map.of(), Set.of(), Optional.empty(), Optional.empty(), "", Optional.empty());

  /// These runs.
  public static RunFilter of(Set<String> ids) {
    return new RunFilter(
        Set.copyOf(ids),
        Map.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /// With a field that must be so; "" is a run that does not tell it.
  public RunFilter with(RunField field, String value) {
    Map<RunField, String> more = new EnumMap<>(RunField.class);
    more.putAll(fields);
    more.put(field, value);
    return new RunFilter(runs, Map.copyOf(more), outcomes, from, until, text, simulated);
  }

  /// With one of these outcomes.
  public RunFilter with(Set<Outcome> any) {
    return new RunFilter(runs, fields, Set.copyOf(any), from, until, text, simulated);
  }

  /// Begun from a time until before another.
  public RunFilter between(Optional<Instant> first, Optional<Instant> last) {
    return new RunFilter(runs, fields, outcomes, first, last, text, simulated);
  }

  /// That hold these words.
  public RunFilter holding(String words) {
    return new RunFilter(runs, fields, outcomes, from, until, words.strip(), simulated);
  }

  /// Of simulated devices alone, or of real ones alone.
  public RunFilter simulated(boolean only) {
    return new RunFilter(runs, fields, outcomes, from, until, text, Optional.of(only));
  }
}
