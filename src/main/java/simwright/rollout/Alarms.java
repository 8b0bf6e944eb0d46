package simwright.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.journal.Alarm;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.LogView;
import simwright.store.Store;

/// The alarms that stand in the log, as a view of its records.
public final class Alarms {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "alarm.";

  private final Store store;
  private final LogView<Recorded> view;

  /// Of this store and log.
  public Alarms(Store store, Journal journal) {
    this.store = store;
    this.view =
        new LogView<>(
            store,
            "alarm",
            Recorded::seq,
            (from, into) ->
                Past.read(journal, from, each -> each.kind().startsWith(KIND), each -> each, into),
            Alarms::take);
  }

  /// Those that still hold, newest first.
  public List<Alarm> standing() {
    return all().stream().filter(Alarm::standing).toList();
  }

  /// All there were, newest first.
  public List<Alarm> all() {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT id, device, text, raised, acknowledged, cleared FROM alarm"
                      + " ORDER BY raised DESC, id");
          ResultSet row = query.executeQuery()) {
        List<Alarm> all = new ArrayList<>();
        while (row.next()) {
          all.add(
              new Alarm(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  Instant.parse(row.getString(4)),
                  time(row.getString(5)),
                  time(row.getString(6))));
        }
        return List.copyOf(all);
      }
    });
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static void take(Connection connection, Recorded recorded) throws SQLException {
    JsonNode fields = fields(recorded);
    String what = recorded.kind().substring(KIND.length());
    String sql =
        switch (what) {
          case "raised" -> "INSERT OR REPLACE INTO alarm VALUES (?2, ?3, ?4, ?1, '', '')";
          case "acknowledged" -> "UPDATE alarm SET acknowledged = ?1 WHERE id = ?2";
          case "cleared" -> "UPDATE alarm SET cleared = ?1 WHERE id = ?2";
          default -> "";
        };
    if (sql.isEmpty()) {
      return;
    }
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      change.setString(1, recorded.at().toString());
      change.setString(2, fields.path("alarm").asText());
      if (what.equals("raised")) {
        change.setString(3, fields.path("device").asText());
        change.setString(4, fields.path("text").asText());
      }
      change.executeUpdate();
    }
  }

  private static JsonNode fields(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
