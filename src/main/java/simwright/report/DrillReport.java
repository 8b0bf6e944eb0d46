package simwright.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Distribution;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;
import simwright.audit.Anchor;

/// A drill in figures: how long each round took to the first good payload and its parts, what
/// happened to requests and sessions, the verdict by the criteria that were written before it, and
/// whether the device is as it was. Every figure comes with the number of rounds it is of; a 95th
/// percentile is told from twenty rounds on.
public final class DrillReport {
  private static final String ROUND = "failover";
  private static final String STREAM = "flow-told";
  private static final int ENOUGH = 20;
  static final String PAYLOAD = "payload";
  static final List<String> TIMES =
      List.of(PAYLOAD, "detect", "decide", "provision", "switch", "register");

  /// What only drills take that fetch their standby.
  private static final String FETCHES = "fetches";

  private static final String PROVISION = "provision";

  private DrillReport() {}

  /// Whether a run had rounds of a drill, or was to have some.
  public static boolean drilled(Run run) {
    return run.all().stream().anyMatch(each -> each.kind().equals(ROUND));
  }

  /// The report, in values that JSON knows.
  public static Map<String, Object> of(Run run, Anchor anchor) {
    List<StepRecord> rounds = rounds(run);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "simwright drill 1");
    root.put("run", run.id());
    root.put("drill", Literal.of(run.plan()));
    root.put("device", Literal.of(run.device()));
    root.put("simulated", run.simulated());
    root.put("lab", run.lab());
    root.put("started", run.started().toString());
    root.put("verdict", run.outcome().key());
    root.put("reason", Literal.of(run.reason()));
    root.put("criteria", Literal.of(run.judged().limits()));
    root.put("criteriaVersion", Literal.of(run.judged().version()));
    root.put("criteriaSha256", run.judged().limitsSha256());
    root.put("rounds", rounds.size());
    boolean fetched = !taken(rounds, PROVISION).isEmpty();
    TIMES.stream()
        .filter(name -> fetched || !name.equals(PROVISION))
        .forEach(name -> root.put(name, times(rounds, name)));
    if (fetched) {
      root.put(FETCHES, sum(rounds, FETCHES));
    }
    root.put("requests", requests(rounds));
    root.put("sessions", sessions(rounds));
    root.put("flow", flow(run));
    root.put("tries", sum(rounds, "tries"));
    root.put("stateRestored", restored(run));
    root.put("decisions", rounds.stream().map(each -> Literal.of(each.words())).toList());
    root.put("logSize", anchor.size());
    root.put("logHead", anchor.head());
    return root;
  }

  /// The rounds that were carried out.
  public static List<StepRecord> rounds(Run run) {
    return run.steps().stream()
        .filter(each -> each.kind().equals(ROUND))
        .filter(each -> !each.measured().isEmpty())
        .filter(each -> each.measured().stream().anyMatch(value -> value.value().isPresent()))
        .toList();
  }

  /// The values that the rounds took of a measurement.
  public static List<Double> taken(List<StepRecord> rounds, String name) {
    return rounds.stream()
        .flatMap(each -> each.measured().stream())
        .filter(each -> each.limit().name().equals(name))
        .flatMap(each -> each.value().stream())
        .toList();
  }

  private static Map<String, Object> times(List<StepRecord> rounds, String name) {
    List<Double> values = taken(rounds, name);
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("unit", "s");
    node.put("n", values.size());
    if (!values.isEmpty()) {
      Distribution found = Distribution.of(values);
      node.put("min", number(found.least()));
      node.put("p50", number(found.median()));
      if (values.size() >= ENOUGH) {
        node.put("p95", number(found.percentile(95)));
      }
      node.put("max", number(found.most()));
    }
    return node;
  }

  private static double number(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static Map<String, Object> requests(List<StepRecord> rounds) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("repeated", sum(rounds, "repeated"));
    node.put("lost", sum(rounds, "lost"));
    return node;
  }

  private static Map<String, Object> sessions(List<StepRecord> rounds) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("of", rounds.size());
    node.put("transportLost", sum(rounds, "transport"));
    node.put("applicationResumed", sum(rounds, "resumed"));
    return node;
  }

  /// What the streams lost and repeated, in bytes; where there was none requests were pings.
  private static Map<String, Object> flow(Run run) {
    List<StepRecord> told = streams(run);
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", told.isEmpty() ? "ping" : "tcp");
    if (!told.isEmpty()) {
      node.put("streams", told.size());
      node.put("bytesSent", sum(told, "sent"));
      node.put("bytesLost", sum(told, "lost"));
      node.put("bytesRepeated", sum(told, "repeated"));
      node.put("connectionsLost", sum(told, "connections"));
    }
    return node;
  }

  private static List<StepRecord> streams(Run run) {
    return run.steps().stream()
        .filter(each -> each.kind().equals(STREAM))
        .filter(each -> each.measured().stream().anyMatch(value -> value.value().isPresent()))
        .toList();
  }

  private static String flowWords(Run run) {
    List<StepRecord> told = streams(run);
    return told.isEmpty()
        ? "  requests were pings: there was no stream through the bearer"
        : "  TCP stream through the bearer: "
            + sum(told, "sent")
            + " bytes sent, "
            + sum(told, "lost")
            + " lost on the way and "
            + sum(told, "repeated")
            + " repeated";
  }

  private static long sum(List<StepRecord> rounds, String name) {
    return Math.round(taken(rounds, name).stream().mapToDouble(each -> each).sum());
  }

  /// Whether the profile of before is in use again and the device was left safe.
  public static boolean restored(Run run) {
    Safety.State safe = run.safety().state();
    return safe == Safety.State.VERIFIED
        || safe == Safety.State.RESTORED
        || safe == Safety.State.UNTOUCHED;
  }

  /// For people.
  public static List<String> lines(Run run) {
    List<StepRecord> rounds = rounds(run);
    List<Double> payload = taken(rounds, PAYLOAD);
    if (payload.isEmpty()) {
      return List.of("  no round came to a good payload");
    }
    Distribution found = Distribution.of(payload);
    Optional<String> p95 =
        payload.size() < ENOUGH
            ? Optional.empty()
            : Optional.of(", p95 " + Limit.number(found.percentile(95)) + " s");
    return List.of(
        "  first good payload (n = "
            + payload.size()
            + "): p50 "
            + Limit.number(found.median())
            + " s"
            + p95.orElse(", no p95 below 20 rounds")
            + ", at most "
            + Limit.number(found.most())
            + " s",
        "  sessions: transport lost "
            + sum(rounds, "transport")
            + ", application resumed "
            + sum(rounds, "resumed")
            + " of "
            + rounds.size()
            + "; requests repeated "
            + sum(rounds, "repeated")
            + ", lost "
            + sum(rounds, "lost"),
        flowWords(run),
        "  state " + (restored(run) ? "restored" : "NOT restored"));
  }
}
