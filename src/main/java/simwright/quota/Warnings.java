package simwright.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a person is told about budgets before they are used up: the same trouble of the same period
/// has the same id.
public final class Warnings {
  /// Something to tell: its id, the device, and what it is in words.
  public record Warning(String id, String device, String text) {}

  private Warnings() {}

  /// All that there are now.
  public static List<Warning> of(DataRules rules, List<Budget> budgets, Instant now) {
    List<Warning> all = new ArrayList<>();
    for (Budget each : budgets) {
      String why = why(rules.warning(), each, now);
      if (!why.isEmpty() && each.used() > 0) {
        all.add(new Warning(id(each), each.device(), each.device() + ", " + why));
      }
    }
    return List.copyOf(all);
  }

  /// The id of the alarm of a budget.
  public static String id(Budget budget) {
    return String.join(
        "/",
        "data",
        budget.device(),
        budget.traffic().map(TrafficClass::key).orElse(budget.profile()),
        budget.from().toString());
  }

  private static String why(DataRules.Warning rule, Budget budget, Instant now) {
    String of = budget.words() + ": ";
    if (budget.used() >= budget.cap()) {
      return of + "the budget of " + Volume.words(budget.cap()) + " is used up";
    }
    if (budget.percent() >= rule.percent()) {
      return of + budget.percent() + " % of " + Volume.words(budget.cap()) + " is used";
    }
    if (budget.forecast() instanceof Forecast.Expected soon) {
      Instant horizon = now.plus(Duration.ofHours(rule.hoursAhead()));
      return budget.traffic().isPresent()
          ? ""
          : soon.expected()
              .filter(end -> !end.isAfter(horizon))
              .map(end ->
                  of + "the cap is expected to be reached at " + end + " (n = " + soon.n() + ")")
              .orElse("");
    }
    return "";
  }
}
