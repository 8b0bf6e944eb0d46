package simwright.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import simwright.journal.Recorded;

/// What a record of the log means for the tables of the catalog. The parts of an import wait until
/// the record that ends it, so that it is there as a whole or not at all.
final class CatalogRows {
  static final String KIND = "catalog.";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SEALED = List.of("iccid", "imsi", "eid");

  private final Connection connection;
  private final Recorded recorded;
  private final JsonNode fields;

  private CatalogRows(Connection connection, Recorded recorded) {
    this.connection = connection;
    this.recorded = recorded;
    this.fields = read(recorded.line()).path("fields");
  }

  static void take(Connection connection, Recorded recorded) throws SQLException {
    CatalogRows rows = new CatalogRows(connection, recorded);
    switch (recorded.kind().substring(KIND.length())) {
      case "part" -> rows.part();
      case "imported" -> rows.imported();
      case "changed" ->
          rows.put(rows.fields.path("key").asText(), rows.fields.path("profile"), rows.why());
      case "moved" -> rows.moved();
      default -> {}
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }

  private String why() {
    return fields.path("why").asText();
  }

  private void part() throws SQLException {
    change(
        "INSERT OR REPLACE INTO catalog_part VALUES (?, ?, ?)",
        recorded.seq(),
        fields.path("batch").asText(),
        fields.path("profiles").toString());
  }

  private void imported() throws SQLException {
    String batch = fields.path("batch").asText();
    for (String part : parts(batch)) {
      for (JsonNode profile : read(part)) {
        put(profile.path("iccid").path("pseudonym").asText(), profile, why());
      }
    }
    change("DELETE FROM catalog_part WHERE batch = ?", batch);
  }

  private List<String> parts(String batch) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT profiles FROM catalog_part WHERE batch = ? ORDER BY seq")) {
      query.setString(1, batch);
      try (ResultSet row = query.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (row.next()) {
          found.add(row.getString(1));
        }
        return found;
      }
    }
  }

  private void put(String key, JsonNode profile, String why) throws SQLException {
    String before = state(key);
    String state = profile.path("state").asText();
    change(
        "INSERT OR REPLACE INTO catalog_profile VALUES (?, ?, ?, ?)",
        key,
        recorded.seq(),
        state,
        profile.toString());
    if (!state.equals(before)) {
      walked(key, before, state, why);
    }
    change("DELETE FROM in_use WHERE reader = 'catalog' AND owner = ?", key);
    for (String name : SEALED) {
      String pseudonym = profile.path(name).path("pseudonym").asText();
      if (!pseudonym.isEmpty() && !state.equals(LifecycleState.DELETED.key())) {
        change("INSERT INTO in_use VALUES (?, 'catalog', ?)", pseudonym, key);
      }
    }
  }

  /// A step from a state that is no more is none: another program was quicker.
  private void moved() throws SQLException {
    String key = fields.path("key").asText();
    String from = fields.path("from").asText();
    String to = fields.path("to").asText();
    if (change(
            "UPDATE catalog_profile SET state = ?, seq = ? WHERE key = ? AND state = ?",
            to,
            recorded.seq(),
            key,
            from)
        == 0) {
      return;
    }
    walked(key, from, to, why());
    if (to.equals(LifecycleState.DELETED.key())) {
      change("DELETE FROM in_use WHERE reader = 'catalog' AND owner = ?", key);
    }
  }

  private void walked(String key, String from, String to, String why) throws SQLException {
    change(
        "INSERT INTO catalog_move VALUES (?, ?, ?, ?, ?, ?, ?)",
        key,
        recorded.seq(),
        recorded.at().toString(),
        recorded.actor(),
        from,
        to,
        why);
  }

  private String state(String key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT state FROM catalog_profile WHERE key = ?")) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      return change.executeUpdate();
    }
  }
}
