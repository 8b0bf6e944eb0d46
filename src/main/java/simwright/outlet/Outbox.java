package simwright.outlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import simwright.fault.Fault;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.Bookmark;
import simwright.store.Store;

/// What still has to be told to an outlet. The log itself is what waits: for each outlet a bookmark
/// says how far it was told, so that nothing is lost when the program ends, and nothing is told
/// twice unless its answer was lost.
public final class Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "alarm.";
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Store store;
  private final Journal journal;
  private final byte[] key;

  /// Of this log; webhooks are signed with the key.
  public Outbox(Store store, Journal journal, byte[] key) {
    this.store = store;
    this.journal = journal;
    this.key = key.clone();
  }

  /// From now on an outlet is told what comes; nothing of what was before.
  public void begin(Outlet outlet) {
    long last = Past.read(journal, 1, _ -> {});
    boolean unused =
        store.write(connection -> {
          try (PreparedStatement row =
              connection.prepareStatement("INSERT OR REPLACE INTO reader VALUES (?, ?)")) {
            row.setString(1, bookmark(outlet).name());
            row.setLong(2, last);
            return row.executeUpdate() == 1;
          }
        });
  }

  /// What an outlet was not told yet, oldest first.
  public List<Message> waiting(Outlet outlet) {
    long from = store.read(bookmark(outlet)::upto) + 1;
    List<Message> all = new ArrayList<>();
    long unused =
        Past.read(journal, from, each -> each.kind().startsWith(KIND), Outbox::message, all::add);
    return List.copyOf(all);
  }

  /// Tells an outlet all that waits, in order; how many it took. Throws `outlet/not-taken` at the
  /// first that it does not take: that one and all after it wait on.
  public int deliver(Outlet outlet) {
    List<Message> waiting = waiting(outlet);
    for (Message each : waiting) {
      send(outlet, each);
      boolean unused = store.write(connection -> bookmark(outlet).move(connection, each.seq()));
    }
    return waiting.size();
  }

  /// Tells an outlet one message; throws `outlet/not-taken`.
  public void send(Outlet outlet, Message message) {
    try {
      if (outlet.webhook()) {
        Webhook.send(outlet, message, key, WITHIN);
      } else {
        Syslog.send(outlet, message, WITHIN);
      }
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new Fault(OutletCodes.NOT_TAKEN, "sending an alarm", outlet.name(), why, e);
    }
  }

  private static Bookmark bookmark(Outlet outlet) {
    return new Bookmark("outlet " + outlet.name());
  }

  private static Message message(Recorded recorded) {
    try {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      return new Message(
          recorded.seq(),
          recorded.at(),
          recorded.kind().substring(KIND.length()),
          fields.path("alarm").asText(),
          fields.path("device").asText(),
          fields.path("text").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
