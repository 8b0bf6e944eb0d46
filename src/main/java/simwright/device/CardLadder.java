package simwright.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.device.Rung.State;
import simwright.device.Rung.Step;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.link.LinkCodes;

/// The way from the reader to the EID as a pure function of what was found: the first rung that
/// does not hold is told with its reason, and nothing above it is claimed.
final class CardLadder {
  private static final Set<FaultCode> CARDS =
      Set.of(LinkCodes.NO_CARD, LinkCodes.CARD_MUTE, LinkCodes.CARD_GONE, LinkCodes.CARD_RESET);

  private CardLadder() {}

  /// What a card is, as a snapshot of its reader.
  static Snapshot read(CardFound found, Instant now) {
    Snapshot none = Snapshot.empty(now);
    return none.withReader(
        new Reading.Known<>(found.kind().words(), now),
        found
            .iccid()
            .<Reading<Iccid>>map(iccid -> new Reading.Known<>(iccid, now))
            .orElseGet(() -> missing("No profile is in use", DeviceCodes.NO_PROFILE, now)),
        found.imsi(),
        found
            .eid()
            .<Reading<Eid>>map(eid -> new Reading.Known<>(eid, now))
            .orElseGet(() -> missing(CardKind.PLAIN.words(), DeviceCodes.PLAIN_CARD, now)),
        climbed(found));
  }

  /// The same after a fault.
  static Snapshot broken(Snapshot old, FaultCode fault, Optional<String> detail) {
    boolean card = CARDS.contains(fault);
    String words = card ? card(fault) : reader(fault) + detail.map(more -> ": " + more).orElse("");
    Rung failed = new Rung(card ? Step.CARD : Step.READER, State.FAILED, words, Optional.of(fault));
    List<Rung> rungs = new ArrayList<>();
    if (card) {
      rungs.add(passed(Step.READER, "The reader is there"));
    }
    rungs.add(failed);
    return old.withLadder(filled(rungs));
  }

  private static String card(FaultCode fault) {
    return fault.equals(LinkCodes.NO_CARD)
        ? "No card is in the reader"
        : fault.equals(LinkCodes.CARD_GONE)
            ? "The card was pulled"
            : fault.equals(LinkCodes.CARD_RESET)
                ? "Another program reset the card"
                : "The card does not answer";
  }

  private static String reader(FaultCode fault) {
    return fault.equals(LinkCodes.ABSENT)
        ? "There is no such reader"
        : fault.equals(LinkCodes.BUSY)
            ? "Another program holds the card"
            : "The reader cannot be had";
  }

  /// The rungs by what was found.
  static List<Rung> climbed(CardFound found) {
    List<Rung> rungs = new ArrayList<>();
    rungs.add(passed(Step.READER, found.holder()));
    rungs.add(passed(Step.CARD, found.told()));
    rungs.add(
        found.iccid().isPresent()
            ? passed(Step.PROFILE, "A profile is in use")
            : passed(Step.PROFILE, "No profile is in use; the card talks all the same"));
    rungs.add(
        found
            .isdR()
            .map(aid -> passed(Step.ISD_R, found.kind().words() + ", ISD-R " + aid.hex()))
            .orElseGet(() -> closed(found)));
    if (found.isdR().isPresent()) {
      rungs.add(passed(Step.EID, "The card tells its EID"));
    }
    return filled(rungs);
  }

  /// The same in a sentence, for the ladder of a modem.
  static CardAnswer answer(CardFound found) {
    return found
        .isdR()
        .map(aid ->
            new CardAnswer(true, found.kind().words() + ", ISD-R " + aid.hex(), Optional.empty()))
        .orElseGet(() -> {
          Rung closed = closed(found);
          return new CardAnswer(false, closed.words(), closed.code());
        });
  }

  private static Rung closed(CardFound found) {
    FaultCode code =
        switch (found.kind()) {
          case SGP_02 -> DeviceCodes.REMOTE_CARD;
          case KEPT -> DeviceCodes.KEPT_CARD;
          default -> DeviceCodes.PLAIN_CARD;
        };
    String words = found.kind().words() + " (" + String.join(", ", found.tried()) + ")";
    return new Rung(Step.ISD_R, State.FAILED, words, Optional.of(code));
  }

  private static List<Rung> filled(List<Rung> rungs) {
    List<Rung> all = new ArrayList<>(rungs);
    for (Step step : Step.READER_STEPS.subList(rungs.size(), Step.READER_STEPS.size())) {
      all.add(new Rung(step, State.NOT_REACHED, "Not reached", Optional.empty()));
    }
    return List.copyOf(all);
  }

  private static Rung passed(Step step, String words) {
    return new Rung(step, State.PASSED, words, Optional.empty());
  }

  private static <T> Reading<T> missing(String why, FaultCode code, Instant now) {
    return new Reading.Unavailable<>(why, Optional.of(code), now);
  }
}
