package simwright.failover.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.catalog.Coverage;
import simwright.catalog.Use;
import simwright.document.Schema;
import simwright.document.WrittenFile;
import simwright.failover.Candidate;
import simwright.failover.Situation;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// Reads a trace; what is wrong in it is told with its line.
final class TraceReader {
  static final Schema SCHEMA =
      new Schema(
          "/simwright/schema/cli/failover-trace.schema.json",
          "a trace has trace, seconds, profiles and steps");
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading a trace", Traces.BROKEN_TRACE);
  private static final long MEGABYTE = 1_000_000;

  private final WrittenFile file;
  private final List<Candidate> profiles = new ArrayList<>();

  private TraceReader(WrittenFile file) {
    this.file = file;
  }

  static Trace read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    file.hold(SCHEMA);
    return new TraceReader(file).trace();
  }

  private Trace trace() {
    JsonNode root = file.root();
    for (JsonNode each : root.path("profiles")) {
      profiles.add(candidate(each, "/profiles/" + profiles.size()));
    }
    if (profiles.stream().filter(Candidate::enabled).count() > 1) {
      throw file.broken("/profiles", "more than one profile is in use");
    }
    List<Trace.Step> steps = new ArrayList<>();
    for (JsonNode each : root.path("steps")) {
      Trace.Step step = step(each, "/steps/" + steps.size());
      if (!steps.isEmpty() && steps.getLast().at().compareTo(step.at()) > 0) {
        throw file.broken("/steps/" + steps.size(), "it is earlier than the one before");
      }
      steps.add(step);
    }
    return new Trace(
        root.path("trace").asText(),
        root.path("about").asText(""),
        instant(root.path("start").asText("2026-01-01T00:00:00Z"), "/start"),
        Duration.ofSeconds(root.path("seconds").asLong()),
        Duration.ofSeconds(root.path("every").asLong(5)),
        Duration.ofSeconds(root.path("switching").asLong(20)),
        root.path("agrees").asBoolean(true),
        Optional.ofNullable(root.path("country").textValue()),
        profiles,
        steps);
  }

  private Candidate candidate(JsonNode node, String pointer) {
    String name = node.path("name").asText();
    if (profiles.stream().anyMatch(each -> each.name().equals(name))) {
      throw file.broken(pointer, "there is a profile '" + name + "' already");
    }
    return new Candidate(
        new Iccid(String.format(Locale.ROOT, "899900000000000%04d", profiles.size() + 1)),
        name,
        Optional.ofNullable(node.path("operator").textValue()).map(Plmn::parse),
        node.path("region").asText(""),
        Coverage.of(node.path("coverage").asText()).orElseThrow(),
        Use.of(node.path("use").asText()).orElseThrow(),
        node.path("installed").asBoolean(true),
        node.path("enabled").asBoolean(false),
        Optional.ofNullable(node.path("expires").textValue())
            .map(text -> end(text, pointer + "/expires")),
        node.has("megabytes")
            ? Optional.of(node.path("megabytes").asLong() * MEGABYTE)
            : Optional.empty(),
        Optional.empty());
  }

  private Trace.Step step(JsonNode node, String pointer) {
    List<Iccid> named = new ArrayList<>();
    for (JsonNode each : node.path("profiles")) {
      named.add(iccid(each.asText(), pointer + "/profiles/" + named.size()));
    }
    Optional<String> wish = Optional.ofNullable(node.path("wish").textValue());
    return new Trace.Step(
        Duration.ofSeconds(node.path("at").asLong()),
        Optional.ofNullable(node.path("country").textValue()),
        named,
        signs(node),
        node.has("switchable")
            ? Optional.of(node.path("switchable").asBoolean())
            : Optional.empty(),
        wish.map(text ->
            new Situation.Wish(
                text.equals("any")
                    ? Optional.empty()
                    : Optional.of(iccid(text, pointer + "/wish")))));
  }

  private static Optional<Situation.Signs> signs(JsonNode node) {
    if (!node.has("registered")) {
      return Optional.empty();
    }
    return Optional.of(
        new Situation.Signs(
            Optional.of(node.path("registered").asBoolean()),
            Optional.ofNullable(node.path("rejected").textValue()).map(FaultCode::parse),
            node.has("lost") ? Optional.of(node.path("lost").asInt()) : Optional.empty(),
            node.has("latency") ? Optional.of(node.path("latency").asInt()) : Optional.empty()));
  }

  private Iccid iccid(String name, String pointer) {
    return profiles.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(Candidate::iccid)
        .orElseThrow(() -> file.broken(pointer, "there is no profile '" + name + "'"));
  }

  private Instant instant(String text, String pointer) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw file.broken(pointer, "'" + text + "' is no time such as 2026-11-22T08:00:00Z");
    }
  }

  private Instant end(String text, String pointer) {
    try {
      return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw file.broken(pointer, "'" + text + "' is no day such as 2026-12-31");
    }
  }
}
