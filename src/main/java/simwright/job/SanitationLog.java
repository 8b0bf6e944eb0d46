package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import simwright.device.Attachment;
import simwright.device.Snapshot;
import simwright.device.sanitise.Cleaned;
import simwright.device.sanitise.Sanitation;
import simwright.device.sanitise.Trace;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;

/// The sanitations that stand in the log, and what was provisioned on their devices afterwards.
final class SanitationLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "catalog.sanitised";

  private final Journal journal;
  private final Function<String, Optional<String>> reveal;

  /// Of a log; `reveal` gives the identifier behind a pseudonym.
  SanitationLog(Journal journal, Function<String, Optional<String>> reveal) {
    this.journal = journal;
    this.reveal = reveal;
  }

  /// Writes that a device was sanitised; it has its number from its record.
  Sanitation write(Attachment device, Optional<Eid> eid, List<Cleaned> cleaned) {
    Snapshot now = device.snapshot();
    boolean clean = cleaned.stream().allMatch(Cleaned::proven);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("device", device.id());
    content.put(
        "model",
        (now.model().value().orElse("") + " " + now.revision().value().orElse("")).strip());
    now.imei().value().ifPresent(imei -> content.put("imei", imei));
    eid.ifPresent(card -> content.put("eid", card));
    content.put("simulated", device.port().simulated());
    content.put("lab", journal.lab());
    content.put("clean", clean);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Cleaned each : cleaned) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("item", each.trace().key());
      item.put("proven", each.proven());
      item.put("how", each.how());
      items.add(item);
    }
    content.put("items", items);
    content.put(
        "words", device.id() + " was sanitised and " + (clean ? "" : "not ") + "proven clean.");
    return read(journal.append(new Event.Catalogued("sanitised", content)));
  }

  /// A profile was provisioned on a device after a sanitation.
  void provisioned(Sanitation clean, String device, Iccid iccid) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("certificate", clean.number());
    content.put("device", device);
    content.put("iccid", iccid);
    content.put("clean", clean.clean());
    content.put(
        "words", device + " was provisioned anew after its sanitation " + clean.number() + ".");
    Recorded unused = journal.append(new Event.Catalogued("reprovisioned", content));
  }

  /// Whether a device was provisioned since it was sanitised.
  boolean used(Sanitation made) {
    List<String> used = new ArrayList<>();
    long unused =
        Past.read(
            journal,
            1,
            each -> each.kind().equals("catalog.reprovisioned"),
            each -> fields(each).path("certificate").asText(),
            used::add);
    return used.contains(made.number());
  }

  /// All, oldest first.
  List<Sanitation> all() {
    List<Sanitation> all = new ArrayList<>();
    long unused = Past.read(journal, 1, each -> each.kind().equals(KIND), this::read, all::add);
    return List.copyOf(all);
  }

  private Sanitation read(Recorded recorded) {
    JsonNode fields = fields(recorded);
    List<Cleaned> items = new ArrayList<>();
    for (JsonNode each : fields.path("items")) {
      trace(each.path("item").asText())
          .ifPresent(trace ->
              items.add(
                  new Cleaned(trace, each.path("proven").asBoolean(), each.path("how").asText())));
    }
    return new Sanitation(
        "CL-" + recorded.seq(),
        fields.path("device").asText(),
        fields.path("model").asText(),
        revealed(fields, "imei").map(Imei::new),
        revealed(fields, "eid").map(Eid::new),
        recorded.at(),
        recorded.actor(),
        fields.path("simulated").asBoolean(),
        fields.path("lab").asBoolean(),
        items);
  }

  private Optional<String> revealed(JsonNode fields, String name) {
    String pseudonym = fields.path(name).path("pseudonym").asText();
    return pseudonym.isEmpty() ? Optional.empty() : reveal.apply(pseudonym);
  }

  private static Optional<Trace> trace(String key) {
    return Stream.of(Trace.values()).filter(each -> each.key().equals(key)).findFirst();
  }

  private static JsonNode fields(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
