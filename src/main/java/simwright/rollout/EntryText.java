package simwright.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simwright.acceptance.Judged;
import simwright.acceptance.plan.Outcome;

/// An entry of the registry as a JSON object, written and read. What is read is checked field by
/// field; an IllegalArgumentException says which one cannot be used.
final class EntryText {
  private static final int LONGEST = 500;
  private static final int MOST = 1000;

  private EntryText() {}

  /// As maps, lists, text, whole numbers and booleans.
  static Map<String, Object> of(RegistryEntry entry) {
    Map<String, Object> kind = new LinkedHashMap<>();
    kind.put("model", entry.kind().model());
    kind.put("hardware", entry.kind().hardware());
    kind.put("firmware", entry.kind().firmware());
    kind.put("os", entry.kind().os());
    kind.put("language", entry.kind().language());
    kind.put("simulated", entry.kind().simulated());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kind", kind);
    all.put("bands", entry.bands());
    all.put("capacity", entry.capacity().orElse(0));
    all.put("paths", entry.paths().stream().map(ProvisioningPath::key).sorted().toList());
    all.put("certified", entry.certified().stream().map(EntryText::of).toList());
    all.put("firstAttemptsPassed", entry.firstAttempts().hits());
    all.put("firstAttempts", entry.firstAttempts().n());
    all.put("last", entry.last().toString());
    return all;
  }

  private static Map<String, Object> of(Certification each) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("plan", each.edition().plan());
    all.put("planSha256", each.edition().planSha256());
    all.put("limits", each.edition().limits());
    all.put("limitsVersion", each.edition().version());
    all.put("limitsSha256", each.edition().limitsSha256());
    all.put("run", each.run());
    all.put("device", each.device());
    all.put("at", each.at().toString());
    all.put("outcome", each.outcome().key());
    all.put("attempt", each.attempt());
    all.put("lab", each.lab());
    each.withdrawn().ifPresent(by -> all.put("withdrawn", of(by)));
    return all;
  }

  private static Map<String, Object> of(Certification.Withdrawal by) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("run", by.run());
    all.put("at", by.at().toString());
    all.put("outcome", by.outcome().key());
    return all;
  }

  /// Reads what `of` wrote.
  static RegistryEntry read(JsonNode node) {
    JsonNode kind = node.path("kind");
    DeviceKind device =
        new DeviceKind(
            text(kind, "model"),
            text(kind, "hardware"),
            text(kind, "firmware"),
            text(kind, "os"),
            text(kind, "language"),
            truth(kind, "simulated"));
    if (device.model().isBlank()) {
      throw new IllegalArgumentException("model is empty");
    }
    Set<ProvisioningPath> paths = new TreeSet<>();
    for (JsonNode each : list(node, "paths")) {
      paths.add(path(each.asText()));
    }
    List<Certification> certified = new ArrayList<>();
    for (JsonNode each : list(node, "certified")) {
      certified.add(certification(each));
    }
    if (device.simulated() && !certified.isEmpty()) {
      throw new IllegalArgumentException("a simulated device certifies nothing");
    }
    long capacity = number(node, "capacity");
    long n = number(node, "firstAttempts");
    long passed = number(node, "firstAttemptsPassed");
    if (passed > n || n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("firstAttemptsPassed is " + passed + " of " + n);
    }
    return new RegistryEntry(
        device,
        text(node, "bands"),
        capacity > 0 ? Optional.of(Math.toIntExact(capacity)) : Optional.empty(),
        Set.copyOf(paths),
        List.copyOf(certified),
        new Rate(passed, n),
        time(node, "last"),
        Optional.empty());
  }

  private static Certification certification(JsonNode node) {
    Outcome outcome = outcome(text(node, "outcome"));
    if (outcome != Outcome.PASS && outcome != Outcome.MARGINAL) {
      throw new IllegalArgumentException(outcome.key() + " certifies nothing");
    }
    return new Certification(
        new Judged(
            text(node, "plan"),
            hash(node, "planSha256"),
            text(node, "limits"),
            text(node, "limitsVersion"),
            hash(node, "limitsSha256")),
        text(node, "run"),
        text(node, "device"),
        time(node, "at"),
        outcome,
        Math.toIntExact(Math.max(1, number(node, "attempt"))),
        truth(node, "lab"),
        node.has("withdrawn") ? Optional.of(withdrawal(node.path("withdrawn"))) : Optional.empty());
  }

  private static Certification.Withdrawal withdrawal(JsonNode node) {
    return new Certification.Withdrawal(
        text(node, "run"), time(node, "at"), outcome(text(node, "outcome")));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is missing or no text");
    }
    if (value.asText().length() > LONGEST) {
      throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
    }
    return value.asText();
  }

  private static String hash(JsonNode node, String name) {
    String value = text(node, name);
    if (!value.matches("([0-9a-f]{64})?")) {
      throw new IllegalArgumentException(name + " is no SHA-256");
    }
    return value;
  }

  private static boolean truth(JsonNode node, String name) {
    if (!node.path(name).isBoolean()) {
      throw new IllegalArgumentException(name + " is missing or neither true nor false");
    }
    return node.path(name).asBoolean();
  }

  private static long number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
      throw new IllegalArgumentException(name + " is missing or no whole number from 0");
    }
    return value.asLong();
  }

  private static JsonNode list(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isArray() || value.size() > MOST) {
      throw new IllegalArgumentException(name + " is missing, no list, or longer than " + MOST);
    }
    return value;
  }

  private static Instant time(JsonNode node, String name) {
    try {
      return Instant.parse(text(node, name));
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException(name + " is no time such as 2026-11-21T10:00:00Z", noTime);
    }
  }

  private static ProvisioningPath path(String key) {
    try {
      return ProvisioningPath.of(key);
    } catch (IllegalArgumentException other) {
      throw new IllegalArgumentException("paths holds '" + key + "'", other);
    }
  }

  private static Outcome outcome(String key) {
    try {
      return Outcome.of(key);
    } catch (IllegalArgumentException other) {
      throw new IllegalArgumentException("outcome is '" + key + "'", other);
    }
  }
}
