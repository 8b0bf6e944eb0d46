package simwright.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headroom and compression rules, applied to how budgets stand.
public final class Proposals {
  private static final String HOLD =
      "No command of this device holds back one class of traffic: hold back the applications on the"
          + " device itself.";
  private static final String SMALLER =
      "Only the application makes its media smaller: choose a lower quality in it.";

  private static final String SAVER =
      "Data Saver of the handset holds back what applications do in the background, all of them but"
          + " those that were allowed there: simwright data hold";

  /// What a handset's own Data Saver is for.
  private static final Set<TrafficClass> BEHIND =
      Set.of(TrafficClass.UPDATES, TrafficClass.BACKGROUND);

  private Proposals() {}

  /// What is proposed for a device under its profile in use, the class that gives way first first.
  public static List<Proposal> of(
      Map<TrafficClass, ClassRule> inForce, Optional<Budget> cap, List<Budget> days) {
    List<Proposal> all = new ArrayList<>();
    List<TrafficClass> order = List.of(TrafficClass.values()).reversed();
    for (TrafficClass each : order) {
      Optional<ClassRule> rule = Optional.ofNullable(inForce.get(each));
      Optional<Budget> day =
          days.stream().filter(one -> one.traffic().filter(each::equals).isPresent()).findFirst();
      rule.flatMap(one -> of(each, one, cap, day)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static Optional<Proposal> of(
      TrafficClass traffic, ClassRule rule, Optional<Budget> cap, Optional<Budget> day) {
    Optional<Budget> spent = day.filter(one -> one.used() > 0 && one.used() >= one.cap());
    if (spent.isPresent()) {
      return Optional.of(
          hold(
              traffic,
              spent.get(),
              "its budget of the day, " + Volume.words(spent.get().cap()) + ", is used up"));
    }
    if (cap.isEmpty() || cap.get().cap() == 0) {
      return Optional.empty();
    }
    Budget whole = cap.get();
    long own = Math.min(rule.reserve(), whole.kept());
    long free = Math.max(0, whole.cap() - whole.used() - (whole.kept() - own));
    long percent = free * 100 / whole.cap();
    String why =
        percent + " % of the cap of " + whole.profile() + " is free for it beside the reserves";
    if (percent < rule.headroomPercent()) {
      return Optional.of(hold(traffic, whole, why + ", its headroom is " + rule.headroomPercent()));
    }
    return percent < rule.compressPercent()
        ? Optional.of(
            new Proposal(
                whole.device(),
                traffic,
                Proposal.Act.COMPRESS,
                why + ", its media are made smaller below " + rule.compressPercent(),
                false,
                SMALLER))
        : Optional.empty();
  }

  private static Proposal hold(TrafficClass traffic, Budget budget, String why) {
    boolean possible = budget.device().startsWith("adb:") && BEHIND.contains(traffic);
    return new Proposal(
        budget.device(), traffic, Proposal.Act.HOLD_BACK, why, possible, possible ? SAVER : HOLD);
  }
}
