package simwright.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.store.Store;

/// The catalog of profiles, as the log tells it: every change is a record there, with who and when;
/// the tables are a view of these records.
public final class Catalog {
  /// So many stand in one record, as sealing identifiers takes its time.
  private static final int PART = 200;

  private static final Comparator<CatalogProfile> ORDER =
      Comparator.comparing((CatalogProfile each) -> each.name().toLowerCase(Locale.ROOT))
          .thenComparing(each -> each.iccid().map(Iccid::value).orElse(""))
          .thenComparing(CatalogProfile::key);

  private final CatalogTable table;
  private final Journal journal;
  private final Map<String, CatalogProfile> known = new HashMap<>();
  private List<CatalogProfile> sorted = List.of();
  private long seen;

  /// In this store and log; `reveal` gives the identifiers behind pseudonyms.
  public Catalog(
      Store store, Journal journal, Function<Collection<String>, Map<String, String>> reveal) {
    this.table = new CatalogTable(store, journal, reveal);
    this.journal = journal;
  }

  /// All profiles, by name.
  public synchronized List<CatalogProfile> all() {
    CatalogTable.Fresh fresh = table.since(seen);
    if (!fresh.profiles().isEmpty()) {
      fresh.profiles().forEach(each -> known.put(each.key(), each));
      seen = fresh.seq();
      sorted = known.values().stream().sorted(ORDER).toList();
    }
    return sorted;
  }

  /// Those that a filter means, by name.
  public List<CatalogProfile> search(CatalogFilter filter) {
    return all().stream().filter(filter.test()).toList();
  }

  /// The profile of this ICCID.
  public Optional<CatalogProfile> of(Iccid iccid) {
    return all().stream()
        .filter(each -> each.iccid().map(Iccid::value).filter(iccid.value()::equals).isPresent())
        .findAny();
  }

  /// The one profile that a name, or an ICCID or at least its last eight digits, means; throws
  /// `catalog/no-profile` or `catalog/ambiguous`.
  public CatalogProfile find(String nameOrIccid) {
    String wanted = nameOrIccid.strip();
    String digits = wanted.replaceAll("[ -]", "");
    boolean number = digits.matches("[0-9]{8,20}");
    List<CatalogProfile> found =
        all().stream()
            .filter(each ->
                each.name().equalsIgnoreCase(wanted)
                    || number
                        && each.iccid().filter(one -> one.value().endsWith(digits)).isPresent())
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    FaultCode code = found.isEmpty() ? CatalogCodes.NO_PROFILE : CatalogCodes.AMBIGUOUS;
    String evidence = found.isEmpty() ? null : found.size() + " profiles go by it";
    throw new Fault(code, "looking for a profile", number ? "its ICCID" : wanted, evidence, null);
  }

  /// Those alive whose last day is at most so many days after today, the soonest first.
  public List<Expiry> expiring(LocalDate today, int days) {
    LocalDate until = today.plusDays(days);
    return all().stream()
        .filter(CatalogProfile::alive)
        .flatMap(each -> each.expiry().map(last -> new Expiry(each, last, today)).stream())
        .filter(each -> !each.last().isAfter(until))
        .sorted(Comparator.comparing(Expiry::last))
        .toList();
  }

  /// The steps of a profile's life, oldest first.
  public List<Move> history(CatalogProfile profile) {
    return table.moves(profile.key());
  }

  /// Where profiles come from: a file and its SHA-256, or a card and "".
  public record Source(String name, String sha256) {}

  /// Takes profiles in, or what is new about those that are here already, as a whole or not at all.
  /// Each has an ICCID.
  public void take(List<CatalogProfile> profiles, Source source) {
    String batch = UUID.randomUUID().toString();
    int parts = (profiles.size() + PART - 1) / PART;
    for (int part = 0; part < parts; part++) {
      List<CatalogProfile> some =
          profiles.subList(part * PART, Math.min(profiles.size(), (part + 1) * PART));
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("batch", batch);
      content.put("profiles", some.stream().map(ProfileText::sealed).toList());
      content.put(
          "words",
          "Part " + (part + 1) + " of " + parts + " of an import from " + source.name() + ".");
      append("part", content);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("batch", batch);
    content.put("source", source.name());
    content.put("sha256", source.sha256());
    content.put("profiles", profiles.size());
    content.put("why", "import from " + source.name());
    content.put("words", profiles.size() + " profiles came from " + source.name() + ".");
    append("imported", content);
  }

  /// Changes what is known of a profile; its state is changed by `move` alone.
  public CatalogProfile change(CatalogProfile next, String why) {
    CatalogProfile now = now(next.key(), next.name());
    if (next.state() != now.state()) {
      throw new IllegalArgumentException("a state is changed by move");
    }
    List<String> fields = differing(now, next);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("key", next.key());
    content.put("profile", ProfileText.sealed(next));
    content.put("fields", fields);
    content.put("why", why);
    content.put(
        "words", next.words() + ": " + String.join(", ", fields) + " changed (" + why + ").");
    append("changed", content);
    return now(next.key(), next.name());
  }

  /// Takes a profile one step further in its life; throws `catalog/not-allowed` where that is none
  /// of its steps.
  public CatalogProfile move(CatalogProfile profile, LifecycleState to, String why) {
    CatalogProfile now = now(profile.key(), profile.name());
    if (!now.state().leadsTo(to)) {
      throw refused(now, to, "it is " + now.state().key());
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("key", now.key());
    now.iccid().ifPresent(iccid -> content.put("iccid", iccid));
    content.put("name", now.name());
    content.put("from", now.state().key());
    content.put("to", to.key());
    content.put("why", why);
    content.put(
        "words",
        now.words() + " went from " + now.state().key() + " to " + to.key() + " (" + why + ").");
    append("moved", content);
    CatalogProfile after = now(now.key(), now.name());
    if (after.state() != to) {
      throw refused(after, to, "somebody else was quicker: it is " + after.state().key());
    }
    return after;
  }

  /// Takes a profile to a state by the fewest steps that lead there; throws `catalog/not-allowed`
  /// where none do.
  public CatalogProfile lead(CatalogProfile profile, LifecycleState to, String why) {
    List<LifecycleState> way = profile.state().wayTo(to);
    if (way.isEmpty()) {
      throw refused(profile, to, "no way leads there from " + profile.state().key());
    }
    CatalogProfile at = profile;
    for (LifecycleState next : way) {
      at = move(at, next, why);
    }
    return at;
  }

  private static List<String> differing(CatalogProfile now, CatalogProfile next) {
    List<String> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      if (!ProfileText.value(now, field).equals(ProfileText.value(next, field))) {
        fields.add(field.key());
      }
    }
    return fields;
  }

  private static Fault refused(CatalogProfile profile, LifecycleState to, String evidence) {
    return new Fault(
        CatalogCodes.NOT_ALLOWED,
        "taking a profile to " + to.key(),
        profile.words(),
        evidence,
        null);
  }

  private synchronized CatalogProfile now(String key, String name) {
    var unused = all();
    CatalogProfile found = known.get(key);
    if (found == null) {
      throw new Fault(CatalogCodes.NO_PROFILE, "looking for a profile", name);
    }
    return found;
  }

  private void append(String what, Map<String, Object> content) {
    Recorded unused = journal.append(new Event.Catalogued(what, content));
  }
}
