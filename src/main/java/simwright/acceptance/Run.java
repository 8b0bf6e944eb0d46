package simwright.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.fault.Fault;

/// A run of a plan on a device. Its outcome is computed from what is stored and nothing else; `lab`
/// says that test roots were believed meanwhile, `refused` why it never began.
public record Run(
    String id,
    Judged judged,
    Subject subject,
    boolean lab,
    String operator,
    RunHeader header,
    Instant started,
    Instant ended,
    List<StepRecord> steps,
    List<Samples> samples,
    Safety safety,
    Optional<String> refused) {
  /// The plan's name.
  public String plan() {
    return judged.plan();
  }

  /// The device's id.
  public String device() {
    return subject.device();
  }

  /// Whether the device was a simulated one.
  public boolean simulated() {
    return subject.simulated();
  }

  /// The one outcome that overrules those of all steps; of a step that was tried again the last try
  /// counts. A run that passed and left the bench unsafe is a bench error, also when it was seen to
  /// later; one that carried out nothing of its main phase proves nothing.
  public Outcome outcome() {
    return outcome(last());
  }

  /// The outcome if nothing had been tried again.
  public Outcome firstOutcome() {
    Map<String, StepRecord> first = new LinkedHashMap<>();
    tries(steps).forEach((slot, tried) -> first.put(slot, tried.getFirst()));
    return outcome(first.values());
  }

  /// Which try made it what it is: 1 when nothing had to be tried again.
  public int attempt() {
    return last().stream()
        .filter(step -> step.outcome() != Outcome.SKIPPED)
        .mapToInt(step -> step.place().attempt())
        .max()
        .orElse(1);
  }

  /// The outcome in words: `pass`, or `pass on try 2`.
  public String verdict() {
    Outcome outcome = outcome();
    return outcome.key() + (outcome.fine() && attempt() > 1 ? " on try " + attempt() : "");
  }

  /// Of every step the last try.
  public Collection<StepRecord> last() {
    return last(steps);
  }

  /// Of every step of these the last try.
  static Collection<StepRecord> last(List<StepRecord> steps) {
    return tries(steps).values().stream().map(List::getLast).toList();
  }

  /// The tries of each step; steps of which no slot is known stand each by themselves.
  private static Map<String, List<StepRecord>> tries(List<StepRecord> steps) {
    Map<String, List<StepRecord>> all = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      String slot = steps.get(i).place().slot();
      all.computeIfAbsent(slot.isEmpty() ? "?" + i : slot, _ -> new ArrayList<>())
          .add(steps.get(i));
    }
    return all;
  }

  private Outcome outcome(Collection<StepRecord> counted) {
    if (refused.isPresent() || counted.isEmpty()) {
      return Outcome.NOT_STARTED;
    }
    Outcome worst = Outcome.worst(counted.stream().map(StepRecord::outcome).toList());
    if (!worst.fine()) {
      return worst;
    }
    return safety.missed() ? Outcome.ERROR : nothingDone(counted) ? Outcome.INCONCLUSIVE : worst;
  }

  /// Whether there are steps of the main phase and each was skipped: then nothing was proven.
  private static boolean nothingDone(Collection<StepRecord> counted) {
    List<StepRecord> main =
        counted.stream().filter(step -> step.phase().equals(Place.MAIN)).toList();
    return !main.isEmpty() && main.stream().allMatch(step -> step.outcome() == Outcome.SKIPPED);
  }

  /// Why it ended as it did, in words; "" when it passed.
  public String reason() {
    Outcome outcome = outcome();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (outcome == Outcome.PASS) {
      return "";
    }
    return last().stream()
        .filter(step -> step.outcome() == outcome)
        .findFirst()
        .map(step ->
            step.name() + ": " + why(step) + step.code().map(code -> " [" + code + "]").orElse(""))
        .orElseGet(() -> unsaid(outcome));
  }

  /// Why it ended so where no step did.
  private String unsaid(Outcome outcome) {
    return switch (outcome) {
      case ERROR -> safety.missed() ? "the safe state is not verified" : "";
      case INCONCLUSIVE -> "nothing of the main phase was carried out";
      default -> "";
    };
  }

  /// All steps in the order they were carried out, the safe state's last.
  public List<StepRecord> all() {
    return Stream.concat(steps.stream(), safety.steps().stream()).toList();
  }

  /// The same run judged by other limits. What the run did is as it was: a step that was skipped
  /// because an earlier one did not hold stays skipped, and a value keeps the unit it was recorded
  /// in. How the device was left was found at the bench, by the limits of then, and stays: limits
  /// may name a measurement of the safe state only as it was limited then. Throws
  /// `acceptance/unfit-limits` where they do not, where a limit is of something that the run does
  /// not have, or is in another unit: it would be believed to hold.
  public Run under(LimitSet limits) {
    limits.limits().entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().toString()))
        .forEach(each -> fits(limits, each.getKey(), each.getValue()));
    List<StepRecord> again =
        steps.stream()
            .map(step ->
                step.with(
                    step.measured().stream()
                        .map(each ->
                            new Measured(
                                limits.of(step.id(), each.limit().name(), each.limit().unit()),
                                each.value()))
                        .toList()))
            .toList();
    return new Run(
        id,
        judged.under(limits),
        subject,
        lab,
        operator,
        header,
        started,
        ended,
        again,
        samples,
        safety,
        refused);
  }

  private void fits(LimitSet limits, LimitSet.Key key, Limit limit) {
    List<Limit> safe = limited(safety.steps(), key);
    if (!safe.isEmpty()) {
      if (!safe.stream().allMatch(limit::equals)) {
        throw unfit(
            limits,
            "limits "
                + key
                + " otherwise than the run did ("
                + safe.getFirst().words()
                + "): it is of the safe state, which was verified at the bench, and is not judged"
                + " again");
      }
      return;
    }
    Set<String> recorded =
        limited(steps, key).stream()
            .map(Limit::unit)
            .collect(Collectors.toCollection(TreeSet::new));
    if (recorded.isEmpty()) {
      throw unfit(limits, "limits " + key + ", which no step of the run measures");
    }
    if (!recorded.equals(Set.of(limit.unit()))) {
      throw unfit(
          limits,
          "limits "
              + key
              + " in '"
              + limit.unit()
              + "', and the run recorded it in '"
              + String.join("', '", recorded)
              + "'");
    }
  }

  /// How these steps limited a measurement.
  private static List<Limit> limited(List<StepRecord> steps, LimitSet.Key key) {
    return steps.stream()
        .filter(step -> step.id().equals(key.step()))
        .flatMap(step -> step.measured().stream())
        .map(Measured::limit)
        .filter(each -> each.name().equals(key.measurement()))
        .toList();
  }

  private Fault unfit(LimitSet limits, String why) {
    return new Fault(
        AcceptanceCodes.UNFIT_LIMITS,
        "judging a run by other limits",
        id,
        limits.words() + " " + why,
        null);
  }

  /// The same with another end.
  Run ended(Instant at, List<StepRecord> all, Safety safe) {
    return new Run(
        id, judged, subject, lab, operator, header, started, at, all, samples, safe, refused);
  }

  private static String why(StepRecord step) {
    if (step.ended() == step.outcome()) {
      return step.words();
    }
    return step.measured().stream()
        .filter(each -> each.outcome() == step.outcome())
        .findFirst()
        .map(each -> each.limit().name() + " " + each.words() + " (" + each.limit().words() + ")")
        .orElse(step.words());
  }
}
