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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.LogView;
import simwright.store.Store;

/// The entries of the registry that came from elsewhere, or are a person's claim: each import is
/// one record of the log, so that it is there as a whole or not at all; the tables are a view of
/// these records. A later import of the same kind of device from the same installation takes the
/// place of the earlier.
public final class ImportedEntries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KINDS = Set.of("registry.imported", "registry.claimed");

  private final Store store;
  private final Journal journal;
  private final LogView<Recorded> view;

  /// In this store and log.
  public ImportedEntries(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
    this.view =
        new LogView<>(
            store,
            "registry",
            Recorded::seq,
            (from, into) ->
                Past.read(journal, from, each -> KINDS.contains(each.kind()), each -> each, into),
            ImportedEntries::take);
  }

  /// Takes entries in, as one record.
  public void take(List<RegistryEntry> entries, String installation, String fileSha256) {
    take("imported", entries, installation, fileSha256);
  }

  private void take(
      String how, List<RegistryEntry> entries, String installation, String fileSha256) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("installation", installation);
    content.put("file-sha256", fileSha256);
    content.put("entries", entries.stream().map(EntryText::of).toList());
    Recorded unused = journal.append(new Event.Registered(how, content));
  }

  /// Takes down what a person says of a kind of device, beside what was said before: by which ways
  /// profiles come onto it.
  public RegistryEntry claim(DeviceKind kind, Set<ProvisioningPath> paths, Instant at) {
    Set<ProvisioningPath> all = new TreeSet<>(paths);
    all().stream()
        .filter(each -> each.kind().equals(kind) && each.claimed())
        .forEach(each -> all.addAll(each.paths()));
    RegistryEntry entry =
        new RegistryEntry(
            kind,
            "",
            Optional.empty(),
            Set.copyOf(all),
            List.of(),
            new Rate(0, 0),
            at,
            Optional.empty());
    take("claimed", List.of(entry), RegistryFile.CLAIM, "");
    return entry;
  }

  /// All of them.
  public List<RegistryEntry> all() {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT entry, origin, file_sha256, actor, at FROM registry_import ORDER BY key");
          ResultSet row = query.executeQuery()) {
        List<RegistryEntry> all = new ArrayList<>();
        while (row.next()) {
          Origin origin =
              new Origin(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  Instant.parse(row.getString(5)));
          all.add(EntryText.read(JSON.readTree(row.getString(1))).from(origin));
        }
        return List.copyOf(all);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an imported entry is no JSON", e);
      }
    });
  }

  private static void take(Connection connection, Recorded recorded) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO registry_import VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      String installation = fields.path("installation").asText();
      for (JsonNode entry : fields.path("entries")) {
        insert.setString(1, installation + " " + entry.path("kind"));
        insert.setLong(2, recorded.seq());
        insert.setString(3, installation);
        insert.setString(4, fields.path("file-sha256").asText());
        insert.setString(5, recorded.at().toString());
        insert.setString(6, recorded.actor());
        insert.setString(7, entry.toString());
        insert.executeUpdate();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
