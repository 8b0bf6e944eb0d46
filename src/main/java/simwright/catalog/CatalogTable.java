package simwright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.LogView;
import simwright.store.Store;

/// The tables of the catalog: a view of the log. Identifiers stand there as pseudonyms and are
/// opened when a profile is read.
final class CatalogTable {
  private static final List<String> SEALED = List.of("iccid", "imsi", "eid");

  private final Store store;
  private final LogView<Recorded> view;
  private final Function<Collection<String>, Map<String, String>> reveal;

  CatalogTable(
      Store store, Journal journal, Function<Collection<String>, Map<String, String>> reveal) {
    this.store = store;
    this.reveal = reveal;
    this.view =
        new LogView<>(
            store,
            "catalog",
            Recorded::seq,
            (from, into) ->
                Past.read(
                    journal,
                    from,
                    each -> each.kind().startsWith(CatalogRows.KIND),
                    each -> each,
                    into),
            CatalogRows::take);
  }

  private record Row(String key, long seq, String state, String entry) {}

  /// Profiles as they were changed, and the number of the last record that did.
  record Fresh(List<CatalogProfile> profiles, long seq) {}

  /// What was changed by records after a number.
  Fresh since(long seq) {
    view.catchUp();
    List<Row> rows =
        store.read(connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT key, seq, state, entry FROM catalog_profile WHERE seq > ? ORDER BY"
                      + " seq")) {
            query.setLong(1, seq);
            try (ResultSet row = query.executeQuery()) {
              List<Row> found = new ArrayList<>();
              while (row.next()) {
                found.add(
                    new Row(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
              }
              return found;
            }
          }
        });
    return new Fresh(profiles(rows), rows.isEmpty() ? seq : rows.getLast().seq());
  }

  /// The steps of a profile's life, oldest first.
  List<Move> moves(String key) {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT at, actor, before, after, why FROM catalog_move WHERE key = ? ORDER BY"
                  + " seq")) {
        query.setString(1, key);
        try (ResultSet row = query.executeQuery()) {
          List<Move> found = new ArrayList<>();
          while (row.next()) {
            found.add(
                new Move(
                    Instant.parse(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)));
          }
          return List.copyOf(found);
        }
      }
    });
  }

  /// The identifiers of all rows are opened at once, which takes much less than each by itself.
  private List<CatalogProfile> profiles(List<Row> rows) {
    List<ObjectNode> nodes =
        rows.stream().map(row -> (ObjectNode) CatalogRows.read(row.entry())).toList();
    Set<String> pseudonyms = new LinkedHashSet<>();
    for (ObjectNode node : nodes) {
      SEALED.stream().map(name -> pseudonym(node.path(name))).forEach(pseudonyms::add);
    }
    pseudonyms.remove("");
    Map<String, String> values = pseudonyms.isEmpty() ? Map.of() : reveal.apply(pseudonyms);
    List<CatalogProfile> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(profile(rows.get(i), nodes.get(i), values));
    }
    return all;
  }

  private static String pseudonym(JsonNode sealed) {
    return sealed.path("pseudonym").asText();
  }

  private static CatalogProfile profile(Row row, ObjectNode node, Map<String, String> values) {
    for (String name : SEALED) {
      JsonNode sealed = node.remove(name);
      String value = sealed == null ? null : values.get(pseudonym(sealed));
      if (value != null) {
        node.put(name, value);
      }
    }
    node.put("state", row.state());
    return ProfileReader.read(row.key(), node).profile();
  }
}
