package simwright.failover;

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
import simwright.identity.Redactor;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.LogView;
import simwright.store.Store;

/// The decisions of all devices and what came of them, as the log holds them: a decision stands
/// there before anything is done, its end afterwards.
public final class SelectionLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "failover.";

  private final Journal journal;
  private final Store store;
  private final LogView<Recorded> view;

  /// Of this log, with the view of it in this store.
  public SelectionLog(Store store, Journal journal) {
    this.journal = journal;
    this.store = store;
    this.view =
        new LogView<>(
            store,
            "selection",
            Recorded::seq,
            (from, into) ->
                Past.read(journal, from, each -> each.kind().startsWith(KIND), each -> each, into),
            SelectionLog::take);
  }

  /// Writes a decision.
  public void decided(String device, String id, Decision decision, String policy) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", id);
    content.putAll(DecisionRecord.content(decision, policy));
    Recorded unused = journal.append(new Event.Selected("decided", device, content));
  }

  /// Writes what came of one: `outcome` is switched, unproven, failed, refused, found-switched or
  /// found-not-switched.
  public void carriedOut(String device, String id, String outcome, String inUse, String words) {
    carriedOut(device, id, outcome, inUse, words, Optional.empty());
  }

  /// The same with where the device stands after it.
  public void carriedOut(
      String device, String id, String outcome, String inUse, String words, State after) {
    carriedOut(device, id, outcome, inUse, words, Optional.of(after));
  }

  private void carriedOut(
      String device, String id, String outcome, String inUse, String words, Optional<State> after) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", id);
    content.put("outcome", outcome);
    after.ifPresent(state -> content.put("after", state.key()));
    content.put("in-use", inUse);
    content.put("words", words);
    Recorded unused = journal.append(new Event.Selected("carried-out", device, content));
  }

  /// All entries, oldest first.
  public List<SelectionEntry> all() {
    return read("SELECT seq, at, kind, line FROM selection ORDER BY seq", List.of());
  }

  /// An entry as it was written: what it is, when, of which device, and all it holds.
  public record Written(String what, Instant at, String device, JsonNode content) {}

  /// All entries as they were written, oldest first.
  public List<Written> written() {
    List<Written> all = new ArrayList<>();
    long unused =
        Past.read(journal, 1, each -> each.kind().startsWith(KIND), SelectionLog::whole, all::add);
    return List.copyOf(all);
  }

  private static Written whole(Recorded recorded) {
    JsonNode fields = fields(recorded.line());
    return new Written(
        recorded.kind().substring(KIND.length()),
        recorded.at(),
        fields.path("device").asText(),
        fields.path("content"));
  }

  /// Those of a device, oldest first; the log holds ids with long numbers shortened.
  public List<SelectionEntry> of(String device) {
    return read(
        "SELECT seq, at, kind, line FROM selection WHERE device = ? ORDER BY seq",
        List.of(Redactor.redact(device)));
  }

  private List<SelectionEntry> read(String sql, List<String> with) {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        for (int i = 0; i < with.size(); i++) {
          query.setString(i + 1, with.get(i));
        }
        List<SelectionEntry> all = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            all.add(
                entry(
                    row.getLong(1),
                    Instant.parse(row.getString(2)),
                    row.getString(3),
                    row.getString(4)));
          }
        }
        return List.copyOf(all);
      }
    });
  }

  private static void take(Connection connection, Recorded recorded) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT OR REPLACE INTO selection VALUES (?, ?, ?, ?, ?)")) {
      row.setLong(1, recorded.seq());
      row.setString(2, recorded.at().toString());
      row.setString(3, fields(recorded.line()).path("device").asText());
      row.setString(4, recorded.kind());
      row.setString(5, recorded.line());
      row.executeUpdate();
    }
  }

  /// The newest switch that was decided and of whose end nothing is known, drills aside: their
  /// plans take the way home by themselves.
  public static Optional<SelectionEntry> unfinished(List<SelectionEntry> entries) {
    return entries.stream()
        .filter(each -> each.switches() && !each.drilled())
        .reduce((_, later) -> later)
        .filter(decided ->
            entries.stream()
                .noneMatch(
                    each -> each.what().equals("carried-out") && each.id().equals(decided.id())));
  }

  /// What came of a decision.
  public static Optional<SelectionEntry> end(List<SelectionEntry> entries, String id) {
    return entries.stream()
        .filter(each -> each.what().equals("carried-out") && each.id().equals(id))
        .reduce((_, later) -> later);
  }

  private static SelectionEntry entry(long seq, Instant at, String kind, String line) {
    JsonNode fields = fields(line);
    JsonNode content = fields.path("content");
    String what = kind.substring(KIND.length());
    List<String> passed = new ArrayList<>();
    content
        .path("passed")
        .forEach(each -> passed.add(each.path("name").asText() + ": " + each.path("why").asText()));
    return new SelectionEntry(
        seq,
        at,
        fields.path("device").asText(),
        content.path("id").asText(),
        what,
        content.path("policy").asText(),
        content.path("before").asText(),
        content.path("after").asText(),
        content.path("trigger").asText(),
        content.path("rule").asText(),
        content.path("words").asText(),
        content.path("chosen").path("name").asText(),
        content.path("in-use").asText(content.path("inputs").path("in-use").asText()),
        passed,
        content.path("outcome").asText());
  }

  private static JsonNode fields(String line) {
    try {
      return JSON.readTree(line).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
