package simwright.failover.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.failover.SelectionEntry;
import simwright.failover.SelectionLog;
import simwright.failover.SelectionLog.Written;
import simwright.identity.Redactor;

/// A course of events as a real device had it, made from the decisions that stand in the log: its
/// profiles, and at each decision what was seen of the one in use, where the device was, what a
/// person wanted, and whether a switch succeeded. What was seen between two decisions is not in the
/// log, as nothing was decided by it.
public final class RecordedTrace {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVERY = 2;
  private static final int USUAL_SWITCH = 20;
  private static final int AFTERWARDS = 120;
  private static final int LONGEST = 604_800;

  private final Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
  private final List<Placed> steps = new ArrayList<>();
  private final List<Long> switching = new ArrayList<>();
  private final Map<String, Written> decided = new LinkedHashMap<>();
  private String first = "";
  private String country = "";
  private String start = "";
  private boolean agrees = true;
  private long last;

  private RecordedTrace() {}

  /// A step, and its second.
  private record Placed(long second, Map<String, Object> step) {}

  /// That of a device by the log, with its drills or without; a trace as its schema says, or empty
  /// where the log does not hold enough: no switch was decided, so that nobody knows its profiles.
  public static Optional<String> of(SelectionLog log, String device, boolean drills) {
    String held = Redactor.redact(device);
    RecordedTrace trace = new RecordedTrace();
    log.written().stream()
        .filter(each -> each.device().equals(held))
        .filter(
            each -> drills || !each.content().path("id").asText().startsWith(SelectionEntry.DRILL))
        .forEach(trace::add);
    return trace.text();
  }

  private void add(Written event) {
    if (event.what().equals("decided")) {
      decided.put(event.content().path("id").asText(), event);
      seen(event);
    } else if (event.what().equals("carried-out")) {
      Optional.ofNullable(decided.get(event.content().path("id").asText()))
          .ifPresent(before -> ended(before, event));
    }
  }

  private void seen(Written event) {
    JsonNode inputs = event.content().path("inputs");
    if (start.isEmpty()) {
      start = event.at().toString();
      first = inputs.path("in-use").asText();
    }
    event.content().path("passed").forEach(this::profile);
    if (event.content().has("chosen")) {
      profile(event.content().path("chosen"));
    }
    long at = second(event.at());
    last = Math.max(last, at);
    moved(at, inputs.path("country").asText());
    signs(at, inputs);
    if (inputs.path("wish").asBoolean()) {
      boolean named = event.content().path("rule").asText().equals("wish");
      String chosen = event.content().path("chosen").path("name").asText();
      steps.add(new Placed(at, step(at, "wish", named && !chosen.isEmpty() ? chosen : "any")));
    }
  }

  private void profile(JsonNode node) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("name", node.path("name").asText());
    if (!node.path("operator").asText().isEmpty()) {
      profile.put("operator", node.path("operator").asText());
    }
    profile.put("region", node.path("region").asText());
    profile.put("coverage", node.path("coverage").asText());
    profile.put("use", node.path("use").asText());
    profiles.putIfAbsent(node.path("name").asText(), profile);
  }

  private void moved(long at, String now) {
    if (now.matches("[0-9]{3}") && !now.equals(country)) {
      if (!country.isEmpty()) {
        steps.add(new Placed(at, step(at, "country", now)));
      }
      country = country.isEmpty() ? now : country;
    }
  }

  private void signs(long at, JsonNode inputs) {
    String registered = inputs.path("registered").asText("unknown");
    String inUse = inputs.path("in-use").asText();
    if (inUse.isEmpty() || registered.equals("unknown")) {
      return;
    }
    Map<String, Object> step = new LinkedHashMap<>(Map.of("at", at));
    step.put("profiles", List.of(inUse));
    step.put("registered", registered.equals("yes"));
    if (inputs.path("reject").asText().matches("(mm|gmm|emm|5gmm)/[0-9]{1,3}")) {
      step.put("rejected", inputs.path("reject").asText());
    }
    number(inputs.path("pings-lost").asText()).ifPresent(lost -> step.put("lost", lost));
    number(inputs.path("latency").asText()).ifPresent(millis -> step.put("latency", millis));
    steps.add(new Placed(at, step));
  }

  private static Optional<Integer> number(String measured) {
    return measured.matches("[0-9]{1,6} .*")
        ? Optional.of(Integer.parseInt(measured.replaceFirst(" .*", "")))
        : Optional.empty();
  }

  private void ended(Written before, Written end) {
    long at = second(before.at());
    last = Math.max(last, second(end.at()));
    String chosen = before.content().path("chosen").path("name").asText();
    switch (end.content().path("outcome").asText()) {
      case "switched" -> switching.add(Duration.between(before.at(), end.at()).toSeconds());
      case "refused" -> agrees = false;
      default -> {
        Map<String, Object> step = step(at, "switchable", false);
        step.put("profiles", List.of(chosen));
        steps.add(new Placed(at, step));
      }
    }
  }

  private static Map<String, Object> step(long at, String what, Object value) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("at", at);
    step.put(what, value);
    return step;
  }

  private long second(Instant at) {
    return Math.max(0, Duration.between(Instant.parse(start), at).toSeconds());
  }

  private Optional<String> text() {
    if (profiles.isEmpty()) {
      return Optional.empty();
    }
    if (profiles.containsKey(first)) {
      profiles.get(first).put("enabled", true);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("trace", "recorded");
    root.put("about", "Made from the decisions of a device that stand in the log.");
    root.put("start", start);
    root.put("seconds", Math.min(LONGEST, last + AFTERWARDS));
    root.put("every", EVERY);
    root.put("switching", usualSwitch());
    root.put("agrees", agrees);
    if (!country.isEmpty()) {
      root.put("country", country);
    }
    root.put("profiles", List.copyOf(profiles.values()));
    steps.sort(Comparator.comparingLong(Placed::second));
    root.put("steps", steps.stream().map(Placed::step).toList());
    try {
      return Optional.of(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The middle one of those that succeeded.
  private long usualSwitch() {
    List<Long> sorted = switching.stream().sorted().toList();
    return sorted.isEmpty() ? USUAL_SWITCH : Math.min(3600, sorted.get(sorted.size() / 2));
  }
}
