package simwright.quota;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.document.WrittenFile;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.store.Store;

/// What the log holds of data: readings of counters, and what operators told of quotas.
public final class DataBook {
  private final Journal journal;
  private final DataView view;

  /// In this store and log.
  public DataBook(Store store, Journal journal) {
    this.journal = journal;
    this.view = new DataView(store, journal);
  }

  /// Readings of a device taken at one moment, by which means, with the card's profile where it is
  /// known.
  public record Reading(
      String device, String means, Optional<Iccid> iccid, List<Counted> counters) {}

  /// Takes a reading down, as one record.
  public void count(Reading reading) {
    long bytes = reading.counters().stream().mapToLong(each -> each.sent() + each.received()).sum();
    String words =
        reading.counters().size()
            + (reading.counters().size() == 1 ? " counter" : " counters")
            + " of "
            + reading.device()
            + " read by "
            + reading.means()
            + ": "
            + Volume.words(bytes);
    Recorded unused =
        journal.append(
            new Event.Carried("counted", reading.device(), DataText.content(reading, words)));
  }

  /// Takes down what an operator told of a quota.
  public void tell(Account account, Optional<String> text) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(
        "words",
        account.profile()
            + (account.reset() ? ": the quota began anew" : ": the operator told of the quota")
            + ", by "
            + account.way());
    content.put("accounts", List.of(DataText.node(account)));
    text.ifPresent(said -> content.put("sha256", WrittenFile.sha256(said)));
    Recorded unused =
        journal.append(
            new Event.Carried(account.reset() ? "reset" : "imported", account.device(), content));
  }

  /// Takes in a file as a whole, as one record; throws `quota/broken-import` with each row that
  /// cannot be used.
  public void take(DataFile file) {
    file.refuse(standing());
    Recorded unused = journal.append(new Event.Carried("imported", "", DataText.content(file)));
  }

  /// Where each counter stood last.
  public List<Counted> standing() {
    return view.standing();
  }

  /// All use that ended after a moment, oldest first.
  public List<Use> uses(Instant after) {
    return view.uses(after);
  }

  /// What operators told, oldest first.
  public List<Account> accounts() {
    return view.accounts();
  }
}
