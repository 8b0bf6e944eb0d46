package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simwright.store.Store;

/// For how long the value of an identifier is kept after it was last seen, by kind. Where nobody
/// set it: an IMSI for one year, an ICCID for two, an EID and an IMEI, which name hardware, for
/// three.
final class Retention {
  static final Map<String, Integer> DAYS =
      Map.of("imsi", 365, "iccid", 730, "eid", 1095, "imei", 1095);

  private final Store store;

  Retention(Store store) {
    this.store = store;
  }

  /// Days by kind, as they hold now.
  Map<String, Integer> days() {
    return store.read(connection -> {
      Map<String, Integer> days = new TreeMap<>(DAYS);
      try (PreparedStatement query =
              connection.prepareStatement("SELECT kind, days FROM retention");
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          days.put(row.getString(1), row.getInt(2));
        }
      }
      return days;
    });
  }

  void set(String kind, int days) {
    boolean unused =
        store.write(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT OR REPLACE INTO retention VALUES (?, ?)")) {
            insert.setString(1, kind);
            insert.setInt(2, days);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /// The pseudonyms that were last seen too long ago, but those that the catalog still needs.
  List<String> expired(Instant now) {
    Map<String, Integer> days = days();
    return store.read(connection -> {
      List<String> all = new ArrayList<>();
      for (Map.Entry<String, Integer> each : days.entrySet()) {
        Instant since = now.minus(Duration.ofDays(each.getValue()));
        all.addAll(before(connection, each.getKey(), since));
      }
      return all;
    });
  }

  private static List<String> before(Connection connection, String kind, Instant since)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT pseudonym FROM subject WHERE kind = ? AND seen < ?"
                + " AND pseudonym NOT IN (SELECT pseudonym FROM in_use) ORDER BY pseudonym")) {
      query.setString(1, kind);
      query.setString(2, since.toString());
      try (ResultSet row = query.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (row.next()) {
          found.add(row.getString(1));
        }
        return found;
      }
    }
  }
}
