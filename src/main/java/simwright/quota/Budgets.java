package simwright.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// The budgets of devices: rules applied to use. What is not attributed to one profile counts for
/// the day's budgets of classes, and for no profile's cap.
public final class Budgets {
  private final DataRules rules;
  private final List<Use> uses;
  private final List<Account> accounts;
  private final Instant now;
  private final ZoneId zone;

  /// From all use that is known and what operators told, as of a moment in a time zone.
  public Budgets(
      DataRules rules, List<Use> uses, List<Account> accounts, Instant now, ZoneId zone) {
    this.rules = rules;
    this.uses = uses.stream().sorted(Comparator.comparing(Use::until)).toList();
    this.accounts = accounts.stream().sorted(Comparator.comparing(Account::at)).toList();
    this.now = now;
    this.zone = zone;
  }

  /// All of them, by device.
  public List<Budget> all() {
    Set<String> devices = new TreeSet<>();
    uses.forEach(each -> devices.add(each.device()));
    List<Budget> all = new ArrayList<>();
    devices.forEach(each -> all.addAll(of(each)));
    return List.copyOf(all);
  }

  private List<Budget> of(String device) {
    List<Use> own = uses.stream().filter(each -> each.device().equals(device)).toList();
    List<Budget> all = new ArrayList<>();
    Set<String> profiles = new LinkedHashSet<>();
    own.forEach(each -> profiles.add(each.now()));
    profiles.remove("");
    for (String each : profiles) {
      profile(device, each, own).ifPresent(all::add);
    }
    all.addAll(classes(device, own));
    return all;
  }

  /// What is left of the cap of a profile on a device; empty where it has none.
  public Optional<Long> left(String device, String profile) {
    List<Use> own = uses.stream().filter(each -> each.device().equals(device)).toList();
    return profile(device, profile, own).map(Budget::left);
  }

  /// The profiles of a device in the order in which they came, the one in use last.
  List<String> history(List<Use> own) {
    List<String> all = new ArrayList<>();
    for (Use each : own) {
      for (String profile : List.of(each.before(), each.now())) {
        if (!profile.isEmpty() && (all.isEmpty() || !all.getLast().equals(profile))) {
          all.add(profile);
        }
      }
    }
    return List.copyOf(all);
  }

  private Optional<Budget> profile(String device, String profile, List<Use> own) {
    ProfileRule rule = rules.profile(profile);
    Optional<Account> told =
        accounts.stream()
            .filter(each -> each.profile().equals(profile))
            .filter(each -> each.device().isEmpty() || each.device().equals(device))
            .reduce((_, later) -> later);
    OptionalLong cap = told.map(Account::cap).filter(OptionalLong::isPresent).orElse(rule.cap());
    if (cap.isEmpty()) {
      return Optional.empty();
    }
    Instant begin = begin(rule);
    Optional<Account> base = told.filter(each -> !each.at().isBefore(begin));
    Instant from = base.map(Account::at).orElse(begin);
    long before = base.map(each -> each.used().orElse(0)).orElse(0L);
    List<Use> since =
        whole(own).stream()
            .filter(each -> each.profile().equals(profile) && each.until().isAfter(from))
            .toList();
    List<Use> reserved =
        own.stream()
            .filter(each -> each.profile().equals(profile) && each.until().isAfter(from))
            .toList();
    List<String> went = history(own);
    Budget budget =
        budget(
            device,
            profile,
            Optional.empty(),
            new Forecast.Period(from, end(rule), cap.getAsLong(), before),
            since,
            kept(rules.after(went).classes(), reserved));
    boolean inUse = !went.isEmpty() && went.getLast().equals(profile);
    return Optional.of(inUse ? budget : idle(budget, since.size()));
  }

  /// What is not in use now goes nowhere.
  private static Budget idle(Budget budget, int n) {
    return budget.forecast() instanceof Forecast.Reached
        ? budget
        : budget.with(new Forecast.Refused("the profile is not in use now", n));
  }

  /// A device that tells a sum beside its applications is counted by the sum.
  private static List<Use> whole(List<Use> own) {
    boolean sum = own.stream().anyMatch(each -> each.app().isEmpty());
    return sum ? own.stream().filter(each -> each.app().isEmpty()).toList() : own;
  }

  private List<Budget> classes(String device, List<Use> own) {
    Instant day = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    Instant next = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    List<String> went = history(own);
    Map<TrafficClass, ClassRule> inForce = rules.after(went).classes();
    String profile = went.isEmpty() ? "" : went.getLast();
    List<Use> today = own.stream().filter(each -> each.until().isAfter(day)).toList();
    List<Budget> all = new ArrayList<>();
    for (TrafficClass each : TrafficClass.values()) {
      Optional<ClassRule> rule = Optional.ofNullable(inForce.get(each));
      List<Use> carried = today.stream().filter(use -> is(use, each)).toList();
      OptionalLong cap = rule.map(ClassRule::day).orElse(OptionalLong.empty());
      if (cap.isPresent()) {
        all.add(
            budget(
                device,
                profile,
                Optional.of(each),
                new Forecast.Period(day, next, cap.getAsLong(), 0),
                carried,
                0));
      }
    }
    return all;
  }

  private boolean is(Use use, TrafficClass traffic) {
    return rules.carries(use.device(), use.app()).filter(traffic::equals).isPresent();
  }

  private long kept(Map<TrafficClass, ClassRule> inForce, List<Use> since) {
    Map<TrafficClass, Long> carried = new EnumMap<>(TrafficClass.class);
    for (Use each : since) {
      rules
          .carries(each.device(), each.app())
          .ifPresent(traffic -> carried.merge(traffic, each.bytes(), Long::sum));
    }
    return inForce.entrySet().stream()
        .mapToLong(each ->
            Math.max(0, each.getValue().reserve() - carried.getOrDefault(each.getKey(), 0L)))
        .sum();
  }

  private Budget budget(
      String device,
      String profile,
      Optional<TrafficClass> traffic,
      Forecast.Period period,
      List<Use> since,
      long kept) {
    List<Budget.Point> burnt = new ArrayList<>();
    long used = period.used();
    burnt.add(new Budget.Point(period.from(), used));
    for (Use each : since) {
      used += each.bytes();
      burnt.add(new Budget.Point(each.until(), used));
    }
    Forecast.Period now = new Forecast.Period(period.from(), period.until(), period.cap(), used);
    return new Budget(
        device,
        profile,
        traffic,
        period.from(),
        period.until(),
        period.cap(),
        used,
        kept,
        since.stream().anyMatch(each -> each.certainty() != Use.Certainty.COUNTED),
        Forecast.of(now, since, this.now),
        List.copyOf(burnt));
  }

  private Instant begin(ProfileRule rule) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate from =
        rule.monthDay()
            .map(day ->
                today.getDayOfMonth() < day
                    ? today.minusMonths(1).withDayOfMonth(day)
                    : today.withDayOfMonth(day))
            .orElse(today);
    return from.atStartOfDay(zone).toInstant();
  }

  private Instant end(ProfileRule rule) {
    LocalDate from = LocalDate.ofInstant(begin(rule), zone);
    LocalDate next = rule.monthDay().isPresent() ? from.plusMonths(1) : from.plusDays(1);
    return next.atStartOfDay(zone).toInstant();
  }
}
