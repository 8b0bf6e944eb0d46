package simwright.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.fault.FaultCode;

/// Writes what the log says of runs into their tables.
final class RunRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter SORTABLE =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  private RunRows() {}

  /// Takes one record in.
  static void take(Connection connection, RunPartLine part) throws SQLException {
    set(connection, "INSERT OR IGNORE INTO run_part VALUES (?, ?)", part.seq(), part.run());
    switch (part.part()) {
      case "run.started" -> started(connection, part);
      case "step.finished" -> step(connection, part);
      case "run.finished" -> {
        started(connection, part);
        finished(connection, part);
      }
      case "run.safe" ->
          set(
              connection,
              "UPDATE run SET safety = ? WHERE id = ?",
              part.content().path("safety").asText(),
              part.run());
      case "run.rejudged" -> rejudged(connection, part);
      default -> {
        return;
      }
    }
  }

  private static void started(Connection connection, RunPartLine part) throws SQLException {
    JsonNode content = part.content();
    JsonNode header = content.path("header");
    set(
        connection,
        "INSERT OR IGNORE INTO run (id, plan, plan_sha256, limits, limits_version, limits_sha256,"
            + " batch, device, model, revision, hardware_profile, imei, eid, simulated, lab,"
            + " operator, bench, site, network, facts, said, started, ended, outcome,"
            + " first_outcome, attempt, reason, safety, by_hand, process) VALUES (?, ?, ?, ?, ?, ?,"
            + " ?, ?, '', '', '', '', '', ?, ?, ?, ?, ?, '', '{}', ?, ?, '', '', '', 1, '', '',"
            + " '', ?)",
        part.run(),
        content.path("plan").asText(),
        content.path("plan-sha256").asText(),
        content.path("limits").asText(),
        content.path("limits-version").asText(),
        content.path("limits-sha256").asText(),
        header.path("batch").asText(),
        content.path("device").asText(),
        content.path("simulated").asBoolean() ? 1 : 0,
        content.path("lab").asBoolean() ? 1 : 0,
        content.path("operator").asText(),
        header.path("bench").asText(),
        header.path("site").asText(),
        String.join(" ", RunLines.texts(header).values()),
        sortable(content.path("started").asText()),
        content.path("process").asText());
  }

  private static void finished(Connection connection, RunPartLine part) throws SQLException {
    JsonNode content = part.content();
    String outcome = content.path("outcome").asText();
    set(
        connection,
        "UPDATE run SET model = ?, revision = ?, hardware_profile = ?, imei = ?, eid = ?, simulated"
            + " = ?, lab = ?, network = ?, facts = ?, ended = ?, outcome = ?, first_outcome = ?,"
            + " attempt = ?, reason = ?, safety = ?, by_hand = ? WHERE id = ?",
        content.path("model").asText(),
        content.path("revision").asText(),
        content.path("hardware-profile").asText(),
        RunLines.pseudonym(content.path("identities").path("imei")),
        RunLines.pseudonym(content.path("identities").path("eid")),
        content.path("simulated").asBoolean() ? 1 : 0,
        content.path("lab").asBoolean() ? 1 : 0,
        content.path("facts").path(Subject.NETWORK).asText(),
        content.path("facts").isObject() ? content.path("facts").toString() : "{}",
        sortable(content.path("ended").asText()),
        outcome,
        content.path("first-outcome").asText(outcome),
        content.path("attempt").asInt(1),
        content.path("reason").asText(),
        content.path("safety").asText(),
        content.path("by-hand").asText(),
        part.run());
  }

  private static void step(Connection connection, RunPartLine part) throws SQLException {
    StepRecord step = RunLines.step(part.content());
    set(
        connection,
        "INSERT OR IGNORE INTO run_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        part.seq(),
        part.run(),
        step.place().slot(),
        step.place().attempt(),
        step.id().isEmpty() ? step.title() : step.id(),
        step.kind(),
        step.phase(),
        step.outcome().key(),
        step.code().map(FaultCode::toString).orElse(""),
        step.at().toMillis(),
        step.took().toMillis());
    for (Measured each : step.measured()) {
      if (each.value().filter(Double::isFinite).isPresent()) {
        set(
            connection,
            "INSERT OR IGNORE INTO run_value VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            part.seq(),
            each.limit().name(),
            each.limit().unit(),
            each.value().get(),
            each.limit().least().orElse(null),
            each.limit().most().orElse(null),
            each.limit().marginal(),
            each.outcome().key());
      }
    }
  }

  private static void rejudged(Connection connection, RunPartLine part) throws SQLException {
    JsonNode content = part.content();
    Judged judged = RunLines.judged(content);
    set(
        connection,
        "INSERT OR IGNORE INTO run_verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        part.seq(),
        part.run(),
        judged.limits(),
        judged.version(),
        judged.limitsSha256(),
        Outcome.of(content.path("outcome").asText()).key(),
        content.path("reason").asText(),
        content.path("person").asText());
  }

  /// A time as text that sorts as the times do: with nine digits after the second.
  static String sortable(Instant at) {
    return SORTABLE.format(at);
  }

  private static String sortable(String told) {
    return RunReader.instant(told).map(RunRows::sortable).orElse(told);
  }

  static RunSummary summary(ResultSet row) throws SQLException {
    String safety = row.getString("safety");
    return new RunSummary(
        row.getString("id"),
        new Judged(
            row.getString("plan"),
            row.getString("plan_sha256"),
            row.getString("limits"),
            row.getString("limits_version"),
            row.getString("limits_sha256")),
        row.getString("batch"),
        row.getString("device"),
        row.getString("model"),
        row.getString("revision"),
        row.getInt("simulated") == 1,
        row.getInt("lab") == 1,
        row.getString("operator"),
        row.getString("bench"),
        row.getString("site"),
        row.getString("network"),
        facts(row.getString("facts")),
        RunReader.instant(row.getString("started")).orElse(Instant.EPOCH),
        RunReader.instant(row.getString("ended")),
        outcome(row.getString("outcome")),
        outcome(row.getString("first_outcome")),
        row.getInt("attempt"),
        row.getString("reason"),
        safety.isEmpty() ? Safety.State.NOT_DECLARED : Safety.State.of(safety),
        row.getString("by_hand"),
        row.getString("process"));
  }

  static Attempt attempt(ResultSet row, Map<String, RunSummary> runs) throws SQLException {
    return new Attempt(
        Objects.requireNonNull(runs.get(row.getString("run"))),
        row.getLong("seq"),
        row.getString("step"),
        row.getString("kind"),
        row.getString("phase"),
        row.getString("slot"),
        row.getInt("attempt"),
        Outcome.of(row.getString("outcome")),
        row.getString("code"),
        Duration.ofMillis(row.getLong("millis")));
  }

  static Taken taken(ResultSet row, Map<String, RunSummary> runs) throws SQLException {
    Limit limit =
        new Limit(
            row.getString("name"),
            row.getString("unit"),
            bound(row, "least"),
            bound(row, "most"),
            row.getDouble("marginal"));
    return new Taken(
        Objects.requireNonNull(runs.get(row.getString("run"))),
        row.getLong("seq"),
        row.getString("step"),
        limit,
        row.getDouble("value"),
        Outcome.of(row.getString("outcome")));
  }

  private static Optional<Double> bound(ResultSet row, String column) throws SQLException {
    double bound = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(bound);
  }

  private static Optional<Outcome> outcome(String key) {
    return key.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(key));
  }

  private static Map<String, String> facts(String json) {
    try {
      return RunLines.texts(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a device told is no JSON", e);
    }
  }

  private static void set(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
