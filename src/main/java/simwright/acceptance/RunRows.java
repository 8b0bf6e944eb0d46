package simwright.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import simwright.acceptance.plan.Outcome;

/// Writes what the log says of runs into their tables.
final class RunRows {
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
            + " operator, bench, site, started, ended, outcome, first_outcome, attempt, reason,"
            + " safety, by_hand, process) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', ?, ?,"
            + " ?, ?, ?, ?, '', '', '', 1, '', '', '', ?)",
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
        content.path("started").asText(),
        content.path("process").asText());
  }

  private static void finished(Connection connection, RunPartLine part) throws SQLException {
    JsonNode content = part.content();
    String outcome = content.path("outcome").asText();
    set(
        connection,
        "UPDATE run SET model = ?, revision = ?, hardware_profile = ?, imei = ?, eid = ?,"
            + " simulated = ?, lab = ?, ended = ?, outcome = ?, first_outcome = ?, attempt = ?,"
            + " reason = ?, safety = ?, by_hand = ? WHERE id = ?",
        content.path("model").asText(),
        content.path("revision").asText(),
        content.path("hardware-profile").asText(),
        RunLines.pseudonym(content.path("identities").path("imei")),
        RunLines.pseudonym(content.path("identities").path("eid")),
        content.path("simulated").asBoolean() ? 1 : 0,
        content.path("lab").asBoolean() ? 1 : 0,
        content.path("ended").asText(),
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
        "INSERT OR IGNORE INTO run_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        part.seq(),
        part.run(),
        step.place().slot(),
        step.place().attempt(),
        step.id().isEmpty() ? step.title() : step.id(),
        step.kind(),
        step.phase(),
        step.outcome().key(),
        step.at().toMillis(),
        step.took().toMillis());
    for (Measured each : step.measured()) {
      if (each.value().filter(Double::isFinite).isPresent()) {
        set(
            connection,
            "INSERT OR IGNORE INTO run_value VALUES (?, ?, ?, ?, ?)",
            part.seq(),
            each.limit().name(),
            each.limit().unit(),
            each.value().get(),
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

  private static void set(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      List<Object> all = List.of(values);
      for (int i = 0; i < all.size(); i++) {
        statement.setObject(i + 1, all.get(i));
      }
      statement.executeUpdate();
    }
  }
}
