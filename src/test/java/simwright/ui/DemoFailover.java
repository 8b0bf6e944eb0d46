package simwright.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.FailoverWatch;
import simwright.failover.Looked;
import simwright.failover.Machine;
import simwright.failover.SelectionEntry;
import simwright.failover.Situation;
import simwright.failover.Situation.Signs;
import simwright.failover.Standing;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.failover.simulation.Traces;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Plmn;
import simwright.job.FailoverActs;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.ui.failover.FailoverSource;

/// Selections of a device in France that lost its service, told to the real machine; nothing where
/// the demo has no statistics.
public final class DemoFailover implements FailoverSource {
  public static final PolicyFile POLICY = Policies.shipped().named(Policies.USUAL);

  public final Value<Map<String, Looked>> looked = new Value<>(Map.of());
  public final Value<Long> decided = new Value<>(0L);
  public final List<SelectionEntry> entries = new ArrayList<>();

  private final DemoParts demo;

  DemoFailover(DemoParts demo) {
    this.demo = demo;
  }

  private static Candidate profile(
      int number, String name, String operator, String region, Coverage coverage, Use use) {
    return new Candidate(
        new Iccid("8999000000000000" + (1000 + number)),
        name,
        Optional.of(Plmn.parse(operator)),
        region,
        coverage,
        use,
        true,
        number == 1,
        Optional.of(Instant.parse("2026-12-01T00:00:00Z")).filter(_ -> number == 4),
        Optional.empty(),
        Optional.empty());
  }

  /// The profiles on its card.
  public static List<Candidate> card() {
    return List.of(
        profile(1, "PROD-FR-PARIS-2026", "208-01", "FR", Coverage.LOCAL, Use.PRODUCTION),
        profile(2, "TRAVEL-EU-STANDBY", "262-01", "EU", Coverage.REGIONAL, Use.STANDBY),
        profile(3, "FALLBACK-WORLD-2027", "234-15", "WORLD", Coverage.GLOBAL, Use.FALLBACK),
        profile(4, "PROD-US-CHICAGO-2026", "310-410", "US", Coverage.LOCAL, Use.PRODUCTION));
  }

  private static Situation situation(Instant at, Signs signs) {
    return new Situation(at, Optional.of("208"), signs, Optional.empty(), card(), Optional.of(5));
  }

  /// Shows the device in the middle of losing its service.
  public void lose(String device, boolean watched) {
    Instant now = demo.time.now();
    Standing standing = Machine.start(now.minusSeconds(3600));
    Situation dark = situation(now, Signs.NO_SERVICE);
    Decision noticed = new Machine(POLICY.policy()).next(standing, dark);
    looked.set(Map.of(device, Looked.at(device, POLICY.policy(), noticed.after(), dark, watched)));
  }

  /// A decision as the log holds it, with what came of it where it was a switch.
  public void decide(String device, String id, String chosen, String outcome) {
    Instant at = demo.time.now().minus(Duration.ofMinutes(50L - entries.size()));
    long seq = entries.size() + 100L;
    boolean switches = !chosen.isEmpty();
    entries.add(
        new SelectionEntry(
            seq,
            at,
            device,
            id,
            "decided",
            "default",
            switches ? "suspect" : "steady",
            switches ? "decided" : "suspect",
            "no-service",
            switches ? "regional" : "hold-off",
            switches
                ? "PROD-FR-PARIS-2026 is in use, and the device has no service, for 31 s now."
                    + " Rule 'regional' chose TRAVEL-EU-STANDBY (regional, standby), which roams"
                    + " here: a person is asked first; 3 others were passed over."
                : "It is seen that the device has no service, for 0 s now; after 30 s another"
                    + " profile is looked for.",
            chosen,
            "PROD-FR-PARIS-2026",
            switches
                ? List.of(
                    "PROD-FR-PARIS-2026: it is in use",
                    "FALLBACK-WORLD-2027: it comes later, by rule 'fallback'",
                    "PROD-US-CHICAGO-2026: it is local, and not at home in FR")
                : List.of(),
            ""));
    if (switches) {
      entries.add(
          new SelectionEntry(
              seq + 1,
              at.plusSeconds(20),
              device,
              id,
              "carried-out",
              "",
              "",
              "",
              "",
              "",
              "The chosen profile is in use and has to show that it serves.",
              "",
              chosen,
              List.of(),
              outcome));
    }
    decided.set(seq + 1);
  }

  /// What a full screen shows.
  void fill() {
    lose("ec25", true);
    decide("ec25", "drill-7.1", "TRAVEL-EU-STANDBY", "switched");
    decide("ec25", "mwq.1", "", "");
    decide("ec25", "mwq.2", "TRAVEL-EU-STANDBY", "switched");
  }

  @Override
  public Observable<Map<String, Looked>> looked() {
    return looked;
  }

  @Override
  public Observable<Long> decided() {
    return decided;
  }

  @Override
  public List<SelectionEntry> entries(String device) {
    demo.reading.run();
    return entries.stream().filter(each -> each.device().equals(device)).toList();
  }

  @Override
  public List<PolicyFile> policies() {
    return Policies.shipped().all();
  }

  @Override
  public List<Fault> refused() {
    return List.of();
  }

  @Override
  public List<String> traces() {
    return Traces.shipped();
  }

  @Override
  public Trace trace(String nameOrFile) {
    return Traces.named(nameOrFile);
  }

  @Override
  public Simulation.Result simulate(PolicyFile policy, Trace trace) {
    demo.asked.add("simulate " + policy.policy().name() + " " + trace.name());
    return new Simulation(policy.policy(), trace).run();
  }

  @Override
  public Job<FailoverWatch> run(String device, PolicyFile policy, FailoverActs.Wish wish) {
    demo.asked.add(
        "failover "
            + device
            + " "
            + policy.policy().name()
            + " "
            + wish.lasting().toSeconds()
            + " "
            + wish.profile().orElse("-"));
    return demo.jobs.start(
        JobRequest.of("failover.run", device),
        Attendant.absent(),
        _ ->
            new FailoverWatch(
                List.of(), Machine.start(demo.time.now()), Optional.empty(), Optional.empty()));
  }

  @Override
  public Job<Looked> look(String device, PolicyFile policy) {
    demo.asked.add("look " + device + " " + policy.policy().name());
    return demo.jobs.start(
        JobRequest.of("failover.look", device),
        Attendant.absent(),
        _ -> {
          lose(device, false);
          return looked.get().getOrDefault(device, looked.get().values().iterator().next());
        });
  }
}
