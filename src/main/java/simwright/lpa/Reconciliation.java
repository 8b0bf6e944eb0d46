package simwright.lpa;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.device.CardSession;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.ListNotification;
import simwright.euicc.MemoryReset;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.ProfileInfo;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// Asks the card what became of what was begun: its profiles decide, never the last answer we got
/// (SGP.22 leaves the loss of the last answer open).
public final class Reconciliation {
  private final Intents intents;
  private final Flow flow;
  private Optional<List<NotificationMetadata>> waiting = Optional.empty();

  /// For a job that has the card open.
  public Reconciliation(Intents intents, Flow flow) {
    this.intents = intents;
    this.flow = flow;
  }

  /// What the card said of one intent, in a sentence for a person too.
  public record Settled(Intent intent, Intent.Verdict verdict, String words) {}

  private record Seen(
      Eid eid, List<ProfileInfo> profiles, int waiting, long free, boolean defaultServer) {}

  /// Settles all that is open on this device and not at work; what belongs to another card stays
  /// undecided.
  public List<Settled> settle(CardSession card, Predicate<Intent> atWork) {
    List<Intent> open =
        intents.open(flow.device()).stream().filter(each -> !atWork.test(each)).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    flow.progress().at("reading what became of it", 0, 0);
    List<NotificationMetadata> left = card.ask(new ListNotification(Optional.empty()));
    waiting = Optional.of(left);
    Seen seen =
        new Seen(
            card.ask(new GetEid()),
            CardReading.profiles(card),
            left.size(),
            card.ask(new GetEuiccInfo2()).memory().freeNonVolatile(),
            open.stream().anyMatch(each -> each.kind() == Intent.Kind.MEMORY_RESET)
                && card.ask(new GetConfiguredAddresses()).defaultSmdp().isPresent());
    List<Settled> settled = new ArrayList<>();
    for (Intent each : open) {
      settled.add(settle(each, seen));
    }
    return settled;
  }

  /// What the card has to tell, where it was read on the way.
  public Optional<List<NotificationMetadata>> waiting() {
    return waiting;
  }

  private Settled settle(Intent intent, Seen seen) {
    if (!intents.is(intent.card(), seen.eid())) {
      if (intent.verdict().isEmpty()) {
        intents.end(flow, intent, Intent.Verdict.UNDECIDED, Map.of("why", "another card"));
      }
      return new Settled(
          intent,
          Intent.Verdict.UNDECIDED,
          "Undecided: the card it was on is not in this device, and only that card can tell. "
              + began(intent));
    }
    boolean looks = looksDone(intent, seen);
    Intent.Verdict verdict = verdict(intent, looks);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("profiles", seen.profiles().size());
    evidence.put("notifications", seen.waiting());
    evidence.put("freeBytes", seen.free());
    intents.end(flow, intent, verdict, evidence);
    return new Settled(
        intent,
        verdict,
        "The card says: "
            + intent.kind().words(verdict)
            + (looks && verdict == Intent.Verdict.NOT_DONE ? intent.kind().before() : "")
            + ". It has "
            + count(seen.profiles().size(), "profile")
            + " and "
            + seen.free()
            + " bytes free"
            + (seen.waiting() == 0
                ? ""
                : "; " + count(seen.waiting(), "notification") + " still to be sent")
            + ". "
            + began(intent));
  }

  /// Done is only what the card was asked for: as it looks it may have been before.
  private Intent.Verdict verdict(Intent intent, boolean looksDone) {
    if (!intent.profile().isEmpty() && intents.forgotten(intent.profile())) {
      return Intent.Verdict.UNDECIDED;
    }
    return looksDone && intent.atTheCard() ? Intent.Verdict.DONE : Intent.Verdict.NOT_DONE;
  }

  private boolean looksDone(Intent intent, Seen seen) {
    Optional<ProfileInfo> profile =
        seen.profiles().stream()
            .filter(each -> each.iccid().filter(iccid -> is(intent, iccid)).isPresent())
            .findFirst();
    boolean enabled = profile.filter(ProfileInfo::enabled).isPresent();
    return switch (intent.kind()) {
      case DOWNLOAD -> profile.isPresent();
      case ENABLE -> enabled;
      case DISABLE -> profile.isPresent() && !enabled;
      case DELETE -> profile.isEmpty();
      case MEMORY_RESET -> reset(intent, seen);
    };
  }

  private boolean is(Intent intent, Iccid iccid) {
    return intents.is(intent.profile(), iccid);
  }

  /// Of the kinds that were chosen nothing is left; a test profile that is left after the card said
  /// that it was done was not loaded in the field, and a default server is its initial one.
  private static boolean reset(Intent intent, Seen seen) {
    Set<MemoryReset.What> what = Kinds.of(intent.subject());
    boolean said = intent.stage().equals(Stage.MEMORY_RESET.key());
    boolean gone =
        seen.profiles().stream()
            .filter(each -> !said || !Guards.test(each))
            .noneMatch(each -> Guards.resets(what, each));
    boolean server =
        said || !what.contains(MemoryReset.What.DEFAULT_SMDP_ADDRESS) || !seen.defaultServer();
    return gone && server;
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// Which act it is about.
  private static String began(Intent intent) {
    return "(This is about attempt "
        + intent.attempt()
        + " of the "
        + intent.kind().key()
        + " begun "
        + intent.begun().truncatedTo(ChronoUnit.SECONDS)
        + ", which came as far as '"
        + intent.stage()
        + "'.)";
  }
}
