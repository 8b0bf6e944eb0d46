package simwright.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import simwright.journal.Recorded;

/// How readings and accounts stand in records of the log.
final class DataText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DataText() {}

  static Map<String, Object> content(DataBook.Reading reading, String words) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("words", words);
    content.put("means", reading.means());
    reading.iccid().ifPresent(iccid -> content.put("iccid", iccid));
    content.put("counters", reading.counters().stream().map(DataText::node).toList());
    return content;
  }

  static Map<String, Object> content(DataFile file) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(
        "words",
        file.counters().size()
            + " readings and "
            + file.accounts().size()
            + " accounts of quotas were imported");
    content.put("means", "import");
    content.put("file-sha256", file.sha256());
    content.put("counters", file.counters().stream().map(DataText::node).toList());
    content.put("accounts", file.accounts().stream().map(DataText::node).toList());
    return content;
  }

  private static Map<String, Object> node(Counted each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", each.at().toString());
    node.put("device", each.device());
    node.put("profile", each.profile());
    node.put("app", each.app());
    node.put("sent", each.sent());
    node.put("received", each.received());
    node.put("from-zero", each.fromZero());
    node.put("roaming", each.roaming());
    return node;
  }

  static Map<String, Object> node(Account each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", each.at().toString());
    node.put("device", each.device());
    node.put("profile", each.profile());
    node.put("way", each.way());
    each.used().ifPresent(bytes -> node.put("used", bytes));
    each.cap().ifPresent(bytes -> node.put("cap", bytes));
    node.put("reset", each.reset());
    return node;
  }

  static JsonNode content(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields").path("content");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }

  static List<Counted> counters(JsonNode content) {
    List<Counted> all = new ArrayList<>();
    for (JsonNode each : content.path("counters")) {
      all.add(
          new Counted(
              Instant.parse(each.path("at").asText()),
              each.path("device").asText(),
              each.path("profile").asText(),
              each.path("app").asText(),
              each.path("sent").asLong(),
              each.path("received").asLong(),
              each.path("from-zero").asBoolean(),
              each.path("roaming").asBoolean()));
    }
    return all;
  }

  static List<Account> accounts(JsonNode content) {
    List<Account> all = new ArrayList<>();
    for (JsonNode each : content.path("accounts")) {
      all.add(
          new Account(
              Instant.parse(each.path("at").asText()),
              each.path("device").asText(),
              each.path("profile").asText(),
              each.path("way").asText(),
              volume(each.path("used")),
              volume(each.path("cap")),
              each.path("reset").asBoolean()));
    }
    return all;
  }

  private static OptionalLong volume(JsonNode node) {
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }
}
