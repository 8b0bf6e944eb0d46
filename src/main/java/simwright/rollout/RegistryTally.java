package simwright.rollout;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Attempt;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Taken;
import simwright.acceptance.plan.Outcome;
import simwright.device.CardKind;

/// What the runs on devices of one kind come to.
final class RegistryTally {
  private static final String DOWNLOAD = "profile-download";
  private static final String PROGRESS = "server-progress";
  private static final String PROFILES = "profiles";

  private final DeviceKind kind;
  private final Map<String, Certification> certified = new LinkedHashMap<>();
  private final Set<ProvisioningPath> paths = EnumSet.noneOf(ProvisioningPath.class);
  private Rate firsts = new Rate(0, 0);
  private String bands = "";
  private int held;
  private Instant last = Instant.EPOCH;

  RegistryTally(DeviceKind kind) {
    this.kind = kind;
  }

  /// The next run that ended, oldest first.
  void take(RunSummary run, Outcome outcome) {
    last = run.started().isAfter(last) ? run.started() : last;
    bands = run.facts().getOrDefault("bands", bands);
    if (CardKind.KEPT.words().equals(run.facts().get("card"))) {
      paths.add(ProvisioningPath.MODEM_LPA);
    }
    Outcome first = run.firstOutcome().orElse(outcome);
    if (first.judges()) {
      firsts = firsts.plus(new Rate(first.fine() ? 1 : 0, 1));
    }
    if (outcome == Outcome.PASS || outcome == Outcome.MARGINAL) {
      certified.put(
          run.plan(),
          new Certification(
              run.judged(),
              run.id(),
              run.device(),
              run.ended().orElse(run.started()),
              outcome,
              run.attempt(),
              run.lab(),
              Optional.empty()));
    } else if (outcome.judges()) {
      certified.computeIfPresent(run.plan(), (_, was) -> failed(was, run, outcome));
    }
  }

  /// A certification that a later run of the same editions contradicts is withdrawn; the first that
  /// does so stays named.
  private static Certification failed(Certification was, RunSummary run, Outcome outcome) {
    return was.stands() && was.edition().equals(run.judged())
        ? was.withdrawn(
            new Certification.Withdrawal(run.id(), run.ended().orElse(run.started()), outcome))
        : was;
  }

  void take(Attempt attempt) {
    if (attempt.kind().equals(DOWNLOAD) && attempt.outcome() == Outcome.PASS) {
      paths.add(ProvisioningPath.HOST_LPA);
    }
    if (attempt.kind().equals(PROGRESS) && attempt.outcome() == Outcome.PASS && own(attempt)) {
      paths.add(ProvisioningPath.OS_LPA);
    }
  }

  /// Whether the device itself fetched the profile: no tool can drive it, and its run passed.
  private static boolean own(Attempt attempt) {
    return attempt.run().testedByHand()
        && attempt
            .run()
            .outcome()
            .filter(outcome -> outcome == Outcome.PASS || outcome == Outcome.MARGINAL)
            .isPresent();
  }

  void take(Taken taken) {
    if (taken.limit().name().equals(PROFILES) && taken.value() == Math.rint(taken.value())) {
      held = Math.max(held, (int) taken.value());
    }
  }

  RegistryEntry entry() {
    return new RegistryEntry(
        kind,
        bands,
        held > 0 ? Optional.of(held) : Optional.empty(),
        Set.copyOf(paths),
        kind.simulated() ? List.of() : List.copyOf(certified.values()),
        firsts,
        last,
        Optional.empty());
  }
}
