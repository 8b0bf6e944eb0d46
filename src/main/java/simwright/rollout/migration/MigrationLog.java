package simwright.rollout.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import simwright.catalog.migration.MigrationPair;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;

/// What was done for migration plans, as the log holds it. Activation codes stand in none of it.
public final class MigrationLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "catalog.migrated";

  private final Journal journal;

  /// Of this log.
  public MigrationLog(Journal journal) {
    this.journal = journal;
  }

  /// How a pair of a plan stands.
  public MigrationState of(String plan, MigrationPair pair) {
    return all(plan).getOrDefault(key(pair.old().key(), pair.fresh().key()), MigrationState.NONE);
  }

  private Map<String, MigrationState> all(String plan) {
    Map<String, MigrationState> all = new HashMap<>();
    long unused =
        Past.read(
            journal,
            1,
            each -> each.kind().equals(KIND),
            each -> each,
            each -> take(all, plan, each));
    return all;
  }

  private static void take(Map<String, MigrationState> all, String plan, Recorded recorded) {
    JsonNode fields = fields(recorded);
    if (!fields.path("migration").asText().equals(plan)) {
      return;
    }
    String key = key(fields.path("old").asText(), fields.path("new").asText());
    MigrationState now = all.getOrDefault(key, MigrationState.NONE);
    String step = fields.path("step").asText();
    all.put(
        key,
        step.equals("failed")
            ? now.failing(fields.path("why").asText())
            : MigrationStep.of(step)
                .map(each -> now.at(each, recorded.at()).from(fields.path("stable").asText()))
                .orElse(now));
  }

  void reached(String plan, MigrationPair pair, MigrationStep step, String device, String stable) {
    write(plan, pair, step.key(), device, Map.of("stable", stable), step.words());
  }

  void failed(String plan, MigrationPair pair, String device, String why) {
    write(plan, pair, "failed", device, Map.of("why", why), "failed: " + why);
  }

  private void write(
      String plan,
      MigrationPair pair,
      String step,
      String device,
      Map<String, Object> more,
      String words) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("migration", plan);
    content.put("old", pair.old().key());
    content.put("new", pair.fresh().key());
    content.put("step", step);
    content.put("device", device);
    content.putAll(more);
    content.put("words", "Migration " + plan + ", " + pair.words() + ": " + words + ".");
    Recorded unused = journal.append(new Event.Catalogued("migrated", content));
  }

  private static String key(String old, String fresh) {
    return old + " " + fresh;
  }

  private static JsonNode fields(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
