package simwright.ui.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import simwright.journal.Recorded;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.frame.JobRow;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A record as a sentence a person can read.
public final class Sentence {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ORDER = "order.";

  private Sentence() {}

  /// The sentence of a record; kinds nobody wrote a sentence for are told by their name.
  public static String of(Recorded record) {
    JsonNode line = parse(record.line());
    String words =
        switch (record.kind()) {
          case "job.asked" -> withDevice("sentence.asked", line, act(line));
          case "job.done" -> done(line);
          case "device.effect" ->
              Text.format(
                  "sentence.effect",
                  text(line, "what"),
                  text(line, "before"),
                  text(line, "after"),
                  device(text(line, "device")));
          case "device.presence" ->
              Text.format("sentence.presence", device(text(line, "device")), text(line, "what"));
          case "identity.seen" ->
              Text.format(
                  "sentence.identity",
                  text(line, "maker"),
                  text(line, "model"),
                  device(text(line, "device")));
          default -> rest(record.kind(), line);
        };
    return DeviceText.literal(
        line.path("lab").asBoolean() ? Text.format("sentence.lab", words) : words);
  }

  private static String rest(String kind, JsonNode line) {
    return switch (kind) {
      case "acceptance.run.started" ->
          Text.format("sentence.run.started", text(line, "plan"), device(text(line, "device")));
      case "acceptance.step.started" -> Text.format("sentence.step.started", text(line, "step"));
      case "acceptance.step.finished" ->
          Text.format("sentence.step", text(line, "step"), outcome(text(line, "outcome")));
      case "acceptance.run.finished" ->
          Text.format(
              "sentence.run.finished",
              text(line, "plan"),
              outcome(text(line, "outcome")),
              device(text(line, "device")));
      case "acceptance.run.unsafe" ->
          Text.format("sentence.run.unsafe", device(text(line, "device")), text(line, "by-hand"));
      case "lpa.stage" ->
          Text.format(
              "sentence.stage",
              device(text(line, "device")),
              text(line, "stage").replace('-', ' '),
              outcome(text(line, "outcome")));
      case "alarm.raised" -> Text.format("sentence.alarm.raised", text(line, "text"));
      case "alarm.acknowledged" -> Text.format("sentence.alarm.acknowledged", text(line, "text"));
      case "alarm.cleared" -> Text.format("sentence.alarm.cleared", text(line, "text"));
      default -> book(kind, line);
    };
  }

  private static String book(String kind, JsonNode line) {
    return switch (kind) {
      case "book.archived" -> Text.of("sentence.archived");
      case "book.forgotten" -> Text.of("sentence.forgotten");
      case "book.disclosed" -> Text.of("sentence.disclosed");
      case "book.profile-refused" -> Text.format("sentence.profile-refused", text(line, "file"));
      case "book.signed-in" -> Text.format("sentence.signed-in", text(line, "person"));
      case "book.signed-out" -> Text.format("sentence.signed-out", text(line, "person"));
      case "book.person-added" ->
          Text.format("sentence.person-added", text(line, "person"), text(line, "role"));
      case "book.refused" -> Text.format("sentence.refused", text(line, "what"), text(line, "why"));
      case "book.lab" -> Text.format("sentence.root", text(line, "root"));
      case "trust.excepted" ->
          Text.format(
              "sentence.excepted", text(line, "host"), text(line, "until"), text(line, "because"));
      case "trust.withdrawn" -> Text.format("sentence.excepted.withdrawn", text(line, "host"));
      case "trust.used" -> Text.format("sentence.excepted.used", text(line, "host"));
      case "order.download", "order.confirm", "order.release", "order.cancel", "order.progress" ->
          Text.format("sentence.order", kind.substring(ORDER.length()), text(line, "server"));
      case "book.exported" -> Text.of("sentence.exported");
      case "book.opened" -> Text.of("sentence.opened");
      case "book.closed" -> Text.of("sentence.closed");
      default -> told(kind, line);
    };
  }

  /// Records of the catalog, of selections and of data bring their sentence with them.
  private static String told(String kind, JsonNode line) {
    String words = text(line, "words");
    return words.isEmpty() ? kind : words;
  }

  /// The record's line with line breaks, for reading; as stored when it is no JSON.
  public static String pretty(Recorded record) {
    try {
      return DeviceText.literal(record.line()).isEmpty()
          ? ""
          : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(record.line()));
    } catch (JsonProcessingException e) {
      return DeviceText.literal(record.line());
    }
  }

  private static String done(JsonNode line) {
    String fault = text(line, "fault");
    String outcome = outcome(text(line, "outcome"));
    return fault.isEmpty()
        ? withDevice("sentence.done", line, act(line)) + ": " + outcome
        : withDevice("sentence.done", line, act(line)) + ": " + outcome + " (" + fault + ")";
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "done" -> Text.of("outcome.done");
      case "failed" -> Text.of("outcome.failed");
      case "cancelled" -> Text.of("outcome.cancelled");
      case "interrupted" -> Text.of("outcome.interrupted");
      default -> outcome;
    };
  }

  private static String act(JsonNode line) {
    return JobRow.act(text(line, "act"));
  }

  /// A device as a person names it.
  static String device(String id) {
    return DeviceChoice.name(id);
  }

  private static String withDevice(String key, JsonNode line, String act) {
    String device = device(text(line, "device"));
    return Text.format(key, act) + (device.isEmpty() ? "" : " · " + device);
  }

  /// A field wherever it stands in the line: at the top, or inside the event's own object.
  private static String text(JsonNode line, String field) {
    JsonNode found = line.findValue(field);
    return found == null || found.isContainerNode() ? "" : found.asText("");
  }

  private static JsonNode parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
