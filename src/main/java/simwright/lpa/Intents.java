package simwright.lpa;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import simwright.ask.Question;
import simwright.euicc.MemoryReset;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Redactor;
import simwright.journal.Journal;
import simwright.journal.Program;
import simwright.rsp.ActivationCode;
import simwright.store.Store;
import simwright.time.Time;
import simwright.tlv.Octets;

/// What was begun on cards and how it ended, as the book tells. Nothing is sent to a card that is
/// to change before its intent is on disk.
public final class Intents {
  private static final int DIGEST = 8;

  private static final Duration PERSON = Duration.ofMinutes(2);

  private final IntentTable table;
  private final Function<String, Optional<String>> reveal;
  private final SwitchLimit limit;
  private final Readings readings;
  private final WrongCodes wrongCodes;
  private final RadioLeft radios;
  private final Time time;

  /// Of this store and book; `reveal` gives the identifier behind a pseudonym; `limit` is how often
  /// a card may be switched.
  public Intents(
      Store store,
      Journal journal,
      Function<String, Optional<String>> reveal,
      SwitchLimit limit,
      Time time) {
    this.table = new IntentTable(store, journal);
    this.reveal = reveal;
    this.limit = limit;
    this.readings = new Readings(journal, this::is);
    this.wrongCodes = new WrongCodes(journal);
    this.radios = new RadioLeft(journal);
    this.time = time;
  }

  /// A reading with what has changed since the one before, which is kept for the next.
  public CardReading compared(CardReading reading, Flow flow) {
    return readings.take(reading, flow);
  }

  /// How often a card was switched by this program: each switch counts that the card may have
  /// carried out, one that was taken back twice.
  public SwitchLimit.Count switches(Eid card) {
    Instant now = time.now();
    String day = now.minus(SwitchLimit.DAY).toString();
    int hours = 0;
    int days = 0;
    for (Intent each : table.where("begun >= ? AND kind IN ('enable', 'disable')", day)) {
      if (is(each.card(), card)) {
        int times = times(each);
        days += times;
        hours += each.begun().isAfter(now.minus(SwitchLimit.HOUR)) ? times : 0;
      }
    }
    return new SwitchLimit.Count(hours, days);
  }

  /// How many switches more the limit allows a card now.
  public int switchesLeft(Eid card) {
    return limit.left(switches(card));
  }

  private static int times(Intent each) {
    boolean untouched =
        each.verdict().filter(Intent.Verdict.NOT_DONE::equals).isPresent()
            && List.of(Stage.INTENT.key(), Stage.CONSENT.key()).contains(each.stage());
    return untouched
        ? 0
        : List.of(Stage.ROLLED_BACK.key(), Stage.GIVEN_UP.key()).contains(each.stage()) ? 2 : 1;
  }

  /// More switches than the limit need a typed word, which stands in the book.
  private void within(Flow flow, Eid card) {
    SwitchLimit.Count count = switches(card);
    if (!limit.reached(count)) {
      return;
    }
    boolean typed =
        flow.attendant()
            .ask(
                new Question.TypedConfirmation(
                    "Switch beyond the limit?",
                    "This card was switched often: "
                        + count.words()
                        + ", where "
                        + limit.perHour()
                        + " and "
                        + limit.perDay()
                        + " are the limits. Its memory wears out with each switch, and networks may"
                        + " lock it out. Type the last four digits of its EID to switch all the"
                        + " same.",
                    LastDigits.of(card),
                    PERSON))
            .orElse(false);
    flow.stage(
        Stage.SWITCH_LIMIT,
        typed ? "overridden" : "refused",
        Map.of("card", card, "hour", count.hour(), "day", count.day()));
    if (!typed) {
      throw new Fault(
          LpaCodes.TOO_MANY_SWITCHES, "switching profiles", flow.device(), count.words(), null);
    }
  }

  /// What an intent is about: an order of a server or a profile.
  public sealed interface Subject {
    /// An order, told from others by a digest of its code.
    record Order(ActivationCode code) implements Subject {}

    /// A profile on the card.
    record Profile(Iccid iccid) implements Subject {}

    /// All of these kinds on the card.
    record Card(Set<MemoryReset.What> what) implements Subject {}
  }

  /// Writes what is wanted. Each try of the same order on the same card is one more attempt until
  /// the profile is installed.
  public Intent begin(Flow flow, Intent.Kind kind, Subject subject, Eid card) {
    if (kind == Intent.Kind.ENABLE || kind == Intent.Kind.DISABLE) {
      within(flow, card);
    }
    Map<String, Object> with = new LinkedHashMap<>();
    String digest = subject instanceof Subject.Order(ActivationCode code) ? subject(code) : "";
    with.put("kind", kind.key());
    with.put("subject", subject instanceof Subject.Card(var what) ? Kinds.text(what) : digest);
    with.put("card", card);
    if (subject instanceof Subject.Profile(Iccid iccid)) {
      with.put("iccid", iccid);
    }
    with.put("attempt", digest.isEmpty() ? 1 : attempts(digest, card) + 1);
    with.put("program", Program.here());
    flow.stage(Stage.INTENT, "begun", with);
    return of(flow.job()).orElseThrow();
  }

  /// Writes what the card said became of it.
  public void end(Flow flow, Intent intent, Intent.Verdict verdict, Map<String, Object> evidence) {
    Map<String, Object> with = new LinkedHashMap<>(evidence);
    with.put("seenBy", flow.job());
    flow.of(intent.id()).stage(Stage.VERDICT, verdict.key(), with);
  }

  /// Whether an order is known to be used up: its profile was installed by whatever program shares
  /// this log.
  public boolean usedUp(ActivationCode code) {
    return !table.where("verdict = 'done' AND subject = ?", subject(code)).isEmpty();
  }

  /// The profiles that an order has brought onto a card, as that card said afterwards, where this
  /// program began that and not before then; none that was forgotten. The order is told by
  /// `subject`.
  public List<Iccid> brought(String subject, String program, Instant since) {
    return table.where("verdict = 'done' AND kind = 'download' AND subject = ?", subject).stream()
        .filter(each -> each.program().equals(program) && !each.begun().isBefore(since))
        .flatMap(each -> reveal.apply(each.profile()).stream())
        .map(Iccid::new)
        .toList();
  }

  /// The intent of a job.
  public Optional<Intent> of(String job) {
    return table.where("id = ?", job).stream().findFirst();
  }

  /// Those on a device that nothing final is known of, oldest first, whether or not they are still
  /// at work. The book holds the id of a device as it holds all text, with long numbers shortened.
  public List<Intent> open(String device) {
    return table.where(
        "device = ? AND verdict IN ('', 'undecided') ORDER BY begun, id", Redactor.redact(device));
  }

  /// All that nothing final is known of and whose program is gone.
  public List<Intent> left() {
    return table.where("verdict IN (?, 'undecided') ORDER BY begun, id", "").stream()
        .filter(each -> !Program.runs(each.program()))
        .toList();
  }

  /// Tries of the same order on other cards of which the end is not known.
  List<Intent> elsewhere(ActivationCode code, Eid card) {
    return table
        .where("subject = ? AND verdict IN ('', 'undecided') ORDER BY begun", subject(code))
        .stream()
        .filter(each -> !each.subject().isEmpty() && !is(each.card(), card))
        .toList();
  }

  /// The level of functionality that the radio of its modem had, where it left that switched off.
  Optional<Integer> radioLeft(Intent intent) {
    return radios.by(intent.id());
  }

  /// Whether a pseudonym stands for this; never for what was forgotten.
  boolean is(String pseudonym, Identifier identifier) {
    return reveal.apply(pseudonym).filter(identifier.value()::equals).isPresent();
  }

  /// Whether what a pseudonym stood for was forgotten.
  boolean forgotten(String pseudonym) {
    return reveal.apply(pseudonym).isEmpty();
  }

  /// Whether this order was begun before by another job.
  boolean wereBegun(ActivationCode code, String job) {
    return table.where("subject = ? ORDER BY begun, id", subject(code)).stream()
        .anyMatch(each -> !each.id().equals(job));
  }

  private int attempts(String digest, Eid card) {
    int count = 0;
    for (Intent each : table.where("subject = ? ORDER BY begun, id", digest)) {
      if (is(each.card(), card)) {
        boolean done = each.verdict().filter(Intent.Verdict.DONE::equals).isPresent();
        count = done ? 0 : each.attempt();
      }
    }
    return count;
  }

  /// How many wrong confirmation codes were sent from here for an order.
  int wrongCodes(ActivationCode order) {
    return wrongCodes.of(subject(order));
  }

  /// An order told from others without its code.
  public static String subject(ActivationCode code) {
    String text = code.host() + "$" + code.matchingId();
    return Digest.sha256(Octets.of(text.getBytes(StandardCharsets.UTF_8))).part(0, DIGEST).hex();
  }
}
