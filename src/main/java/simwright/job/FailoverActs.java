package simwright.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.catalog.Catalog;
import simwright.device.DeviceSet;
import simwright.failover.Candidates;
import simwright.failover.Decision;
import simwright.failover.DecisionRecord;
import simwright.failover.FailoverWatch;
import simwright.failover.Looked;
import simwright.failover.SelectionEntry;
import simwright.failover.SelectionLog;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.RecordedTrace;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.failover.simulation.Traces;
import simwright.fault.Fault;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;

/// What a person can do about the selection of profiles: look at policies, try one before it is
/// trusted, and have a device looked after by one.
public final class FailoverActs {
  private final Jobs jobs;
  private final FailoverRun.Parts parts;
  private final Path data;
  private final Value<Map<String, Looked>> looked = new Value<>(Map.of());

  /// On these devices and their cards, with what is known of profiles and the own policies of a
  /// data folder.
  public FailoverActs(
      Jobs jobs, DeviceSet devices, Supplier<CardActs> cards, Books books, Path data, Time time) {
    this.jobs = jobs;
    this.data = data;
    this.parts =
        new FailoverRun.Parts(
            devices,
            cards,
            new Candidates(books.catalog()::of),
            books.carried(),
            books.log(),
            this::show,
            time);
  }

  /// What is known of profiles, of what they carried, and of what was decided.
  public record Books(Catalog catalog, DataActs carried, SelectionLog log) {}

  /// How long a device is looked after, at least once, and the profile a person wants at the
  /// beginning: its name, its ICCID or the end of it, or `any`.
  public record Wish(Duration lasting, Optional<String> profile) {}

  /// Looks after a device by a policy; what was left open by a program that is gone is reconciled
  /// from the card first.
  public Job<FailoverWatch> run(String id, PolicyFile policy, Wish wish, Attendant attendant) {
    return jobs.start(
        new JobRequest(
            "failover.run",
            id,
            Map.of("policy", policy.policy().name(), "sha256", policy.file().sha256())),
        attendant,
        context -> new FailoverRun(parts, id, policy.policy(), wish, context).run());
  }

  /// Reads a device and its card, and tells how it stands by a policy; decides nothing.
  public Job<Looked> look(String id, PolicyFile policy, Attendant attendant) {
    return jobs.start(
        new JobRequest("failover.look", id, Map.of("policy", policy.policy().name())),
        attendant,
        context ->
            new FailoverRun(
                    parts, id, policy.policy(), new Wish(Duration.ZERO, Optional.empty()), context)
                .looked());
  }

  /// What was last seen in this session of each device, by its id.
  public Observable<Map<String, Looked>> looked() {
    return looked;
  }

  private void show(Looked now) {
    var unused =
        looked.update(old -> {
          Map<String, Looked> next = new HashMap<>(old);
          next.put(now.device(), now);
          return Map.copyOf(next);
        });
  }

  /// What the log holds of the selection for all devices, oldest first.
  public List<SelectionEntry> entries() {
    return parts.log().all();
  }

  /// The same for one device.
  public List<SelectionEntry> entries(String device) {
    return parts.log().of(device);
  }

  /// The published schema of policies.
  public static String policySchema() {
    return Policies.schema();
  }

  /// The published schema of traces.
  public static String traceSchema() {
    return Traces.schema();
  }

  /// All policies.
  public Policies policies() {
    return Policies.with(data);
  }

  /// The policy of a name, else of a file; throws `failover/no-policy` or `failover/broken-policy`.
  public PolicyFile policy(String nameOrFile) {
    Policies all = policies();
    boolean known = all.all().stream().anyMatch(each -> each.policy().name().equals(nameOrFile));
    return !known && Files.isRegularFile(Path.of(nameOrFile))
        ? Policies.read(Path.of(nameOrFile))
        : all.named(nameOrFile);
  }

  /// The trace of a name, else of a file; throws `failover/broken-trace`.
  public Trace trace(String nameOrFile) {
    return Traces.named(nameOrFile);
  }

  /// A trace of what a device went through, by the decisions of the log, with its drills or
  /// without; throws `failover/no-decision` where no switch was decided.
  public String recorded(String device, boolean drills) {
    String trace =
        RecordedTrace.of(parts.log(), device, drills)
            .orElseThrow(() -> new Fault(JobCodes.NO_DECISION, "recording a trace", device));
    Trace unused = Traces.read(trace, device);
    return trace;
  }

  /// What a policy makes of a trace.
  public Simulation.Result simulate(PolicyFile policy, Trace trace) {
    return new Simulation(policy.policy(), trace).run();
  }

  /// Why a decision of the log was taken and what came of it, in one paragraph.
  public static String why(SelectionEntry entry, List<SelectionEntry> all) {
    return DecisionRecord.paragraph(
        entry.words(),
        entry.passed(),
        SelectionLog.end(all, entry.id()).map(SelectionEntry::words));
  }

  /// Why a decision was taken, in one paragraph.
  public static String why(Decision decision) {
    return DecisionRecord.paragraph(decision);
  }
}
