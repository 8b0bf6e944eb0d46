package simwright.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What data says as of a moment: budgets, what was carried by whom on which day, switches,
/// anomalies, unexpected roaming, what should be done and what a person is told.
public record DataReport(
    Instant at,
    String rules,
    List<Budget> budgets,
    List<Line> lines,
    List<ProfileSwitch> switches,
    List<Anomaly> anomalies,
    List<RoamingIncident> roaming,
    List<Proposal> proposals,
    List<Warnings.Warning> warnings,
    List<Account> accounts) {
  /// What an application ("" for the device as a whole) carried on a day under a profile ("" where
  /// that is not known); `atLeast` where a counter began anew meanwhile.
  public record Line(
      String device,
      String profile,
      String app,
      Optional<TrafficClass> traffic,
      LocalDate day,
      long sent,
      long received,
      boolean atLeast) {
    /// Both ways together.
    public long bytes() {
      return sent + received;
    }

    private Line and(Line other) {
      return new Line(
          device,
          profile,
          app,
          traffic,
          day,
          sent + other.sent,
          received + other.received,
          atLeast || other.atLeast);
    }
  }

  /// The report of what is known; lines begin at `since`.
  public static DataReport of(
      DataRules rules,
      List<Use> uses,
      List<Account> accounts,
      Instant since,
      Instant now,
      ZoneId zone) {
    Budgets made = new Budgets(rules, uses, accounts, now, zone);
    List<Budget> budgets = made.all();
    List<Proposal> proposals = new ArrayList<>();
    for (String device : new TreeSet<>(uses.stream().map(Use::device).toList())) {
      List<String> went =
          made.history(uses.stream().filter(each -> each.device().equals(device)).toList());
      String last = went.isEmpty() ? "" : went.getLast();
      List<Budget> own = budgets.stream().filter(each -> each.device().equals(device)).toList();
      Optional<Budget> cap =
          own.stream()
              .filter(each -> each.traffic().isEmpty() && each.profile().equals(last))
              .findFirst();
      proposals.addAll(Proposals.of(rules.after(went).classes(), cap, own));
    }
    List<Use> shown = uses.stream().filter(each -> each.until().isAfter(since)).toList();
    return new DataReport(
        now,
        rules.name() + " " + rules.version(),
        budgets,
        lines(rules, shown, zone),
        Anomalies.switches(shown),
        Anomalies.of(uses).stream().filter(each -> each.until().isAfter(since)).toList(),
        RoamingIncident.of(rules, shown),
        List.copyOf(proposals),
        Warnings.of(rules, budgets, now),
        accounts);
  }

  private static List<Line> lines(DataRules rules, List<Use> uses, ZoneId zone) {
    Map<String, Line> all = new TreeMap<>();
    for (Use each : uses) {
      LocalDate day = LocalDate.ofInstant(each.until(), zone);
      Line line =
          new Line(
              each.device(),
              each.profile(),
              each.app(),
              rules.carries(each.device(), each.app()),
              day,
              each.sent(),
              each.received(),
              each.certainty() != Use.Certainty.COUNTED);
      all.merge(
          String.join("\n", each.device(), day.toString(), each.profile(), each.app()),
          line,
          Line::and);
    }
    return List.copyOf(all.values());
  }
}
