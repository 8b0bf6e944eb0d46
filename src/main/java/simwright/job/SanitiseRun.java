package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.Snapshot;
import simwright.device.sanitise.Cleaned;
import simwright.device.sanitise.Sanitation;
import simwright.device.sanitise.Sanitising;
import simwright.device.sanitise.Trace;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.lpa.CardReading;
import simwright.lpa.LpaCodes;

/// Takes everything off a device that its users left on it: what the modem and the profile in use
/// hold first, while that can be asked, then the profiles; what was proven of it is written.
final class SanitiseRun {
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final int DIGITS = 4;

  private final Device device;
  private final CardActs cards;
  private final Catalog catalog;
  private final Journal journal;
  private final JobContext context;
  private final WithinJob within;

  SanitiseRun(
      Device device,
      CardActs cards,
      Catalog catalog,
      Journal journal,
      JobContext context,
      WithinJob within) {
    this.device = device;
    this.cards = cards;
    this.catalog = catalog;
    this.journal = journal;
    this.context = context;
    this.within = within;
  }

  Sanitation run(SanitationLog log) {
    Attachment attachment = connected();
    var engine = device.at();
    confirmed(attachment);
    List<Cleaned> items =
        new ArrayList<>(
            new Sanitising(engine, device.profile(), context.progress(), context.cancel())
                .run(this::effect));
    List<Cleaned> card = new ArrayList<>();
    Optional<Eid> eid = card(card);
    card.forEach(this::effect);
    items.addAll(card);
    return log.write(attachment, eid, items);
  }

  private Attachment connected() {
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(context.cancel());
    }
    return device.refresh(context.cancel());
  }

  /// The last digits of who the device is, as the memory of a card is not reset without those of
  /// its EID.
  private void confirmed(Attachment attachment) {
    Snapshot now = attachment.snapshot();
    Identifier who =
        now.imei()
            .value()
            .<Identifier>map(imei -> imei)
            .or(() -> now.eid().value())
            .orElseThrow(() ->
                new Fault(
                    LpaCodes.UNCONFIRMED,
                    "sanitising a device",
                    device.id(),
                    "it tells neither IMEI nor EID, so that nobody can confirm that it is meant",
                    null));
    boolean typed =
        context
            .attendant()
            .ask(
                new Question.TypedConfirmation(
                    "Sanitise a device",
                    "Lost for good: all profiles on its eUICC, its contexts and their sign-in,"
                        + " short messages, phone books, files, certificates and keys. Type the"
                        + " last four digits of its IMEI.",
                    last(who),
                    PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(LpaCodes.UNCONFIRMED, "waiting for the last digits to be typed", device.id());
    }
  }

  private static String last(Identifier identifier) {
    return identifier.value().substring(identifier.value().length() - DIGITS);
  }

  /// The profiles go last, as messages and numbers stand on them; whose card it was.
  private Optional<Eid> card(List<Cleaned> items) {
    Optional<Eid> eid = Optional.empty();
    try {
      CardReading before = within.done("reading the card", cards.read(device.id(), answering()));
      eid = Optional.of(before.eid());
      boolean unused =
          within.done(
              "resetting the memory of the card",
              cards.reset(device.id(), EnumSet.allOf(MemoryReset.What.class), answering(before)));
      CardReading after = within.done("reading the card", cards.read(device.id(), answering()));
      items.add(profiles(before, after));
      items.add(notifications(after));
      follow(before, after);
    } catch (Fault fault) {
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      String why = "the card could not be reset or read again (" + fault.code() + ")";
      items.add(Cleaned.open(Trace.PROFILES, why));
      items.add(Cleaned.open(Trace.NOTIFICATIONS, why));
    }
    return eid;
  }

  private static Cleaned profiles(CardReading before, CardReading after) {
    List<String> left =
        after.profiles().stream().map(each -> each.name().orElse("without a name")).toList();
    return left.isEmpty()
        ? Cleaned.proven(
            Trace.PROFILES,
            "the card lists none after its memory was reset ("
                + before.profiles().size()
                + " before)")
        : Cleaned.open(Trace.PROFILES, "the card still has " + String.join(", ", left));
  }

  private static Cleaned notifications(CardReading after) {
    int left = after.notifications().size();
    return left == 0
        ? Cleaned.proven(Trace.NOTIFICATIONS, "the card has nothing to tell any more")
        : Cleaned.open(
            Trace.NOTIFICATIONS,
            left + " wait for their servers; send them: simwright notifications send");
  }

  /// What is gone from the card is gone in the catalog, but for what is being retired: that has
  /// more to be seen.
  private void follow(CardReading before, CardReading after) {
    for (ProfileInfo each : before.profiles()) {
      boolean gone =
          after.profiles().stream().noneMatch(other -> other.iccid().equals(each.iccid()));
      Optional<CatalogProfile> known = each.iccid().flatMap(catalog::of);
      if (gone && known.filter(profile -> profile.state().onCard()).isPresent()) {
        var unused = catalog.lead(known.get(), LifecycleState.DELETED, "its device was sanitised");
      }
    }
  }

  private void effect(Cleaned each) {
    var unused =
        journal.append(
            new Event.Effect(
                context.id(),
                device.id(),
                "sanitise " + each.trace().key(),
                "",
                each.proven() ? "clean" : "not proven"));
  }

  private Attendant answering() {
    return context.attendant();
  }

  /// Who confirmed the whole device has confirmed the reset of the card that is in it.
  private Attendant answering(CardReading card) {
    Attendant asking = context.attendant();
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        boolean its =
            question instanceof Question.TypedConfirmation typed
                && typed.expected().equals(last(card.eid()))
                && typed.title().startsWith("Reset");
        return its ? (Optional<A>) Optional.of(true) : asking.ask(question);
      }

      @Override
      public boolean isThere() {
        return asking.isThere();
      }
    };
  }
}
