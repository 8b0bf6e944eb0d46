package simwright.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.apdu.ApduCodes;
import simwright.at.AtCodes;
import simwright.euicc.EuiccCodes;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Time;
import simwright.tlv.Octets;

/// Says of a card that no ISD-R could be talked to on what it is instead, rung by rung, so that
/// nobody has to guess: a plain USIM, a card of an SM-SR, one that the modem keeps to itself.
final class CardNaming {
  private static final Set<FaultCode> UNREACHED =
      Set.of(AtCodes.NO_APPLICATION, ApduCodes.NO_APPLICATION, EuiccCodes.NO_ISD_R);

  private CardNaming() {}

  /// The fault with what was found; an ISD-R that could not be selected is not looked for again; as
  /// it is where it has another cause, or nothing was found.
  static Fault of(Fault fault, Talk talk, Snapshot known, List<Octets> aids, Time time) {
    boolean reachable = !talk.over() && !(talk instanceof HandsetTalk);
    if (!UNREACHED.contains(fault.code()) || !reachable) {
      return fault;
    }
    CardWay way =
        switch (talk) {
          case ModemTalk modem -> new ModemWay(modem.engine(), known);
          case CardTalk card -> new ReaderWay(card);
          case HandsetTalk _ -> throw fault;
        };
    try {
      boolean mute = fault.code().equals(EuiccCodes.NO_ISD_R);
      CardFound found =
          new CardProbe(way, mute ? aids : List.of(), fault.evidence(), time, CardProbe.LONGEST)
              .run();
      return words(kept(found, talk, known), talk).map(fault::leaving).orElse(fault);
    } catch (Fault broken) {
      fault.addSuppressed(broken);
      return fault;
    }
  }

  /// A modem that tells an EID and lets nobody to the ISD-R has an assistant of its own.
  static CardFound kept(CardFound found, Talk talk, Snapshot known) {
    boolean kept =
        found.kind() == CardKind.PLAIN
            && talk instanceof ModemTalk
            && known.eid().value().isPresent();
    return kept ? found.of(CardKind.KEPT) : found;
  }

  /// Without a profile, an EID or an ISD-R there may be no card at all, which is said elsewhere.
  private static Optional<String> words(CardFound found, Talk talk) {
    boolean nothing = found.kind() == CardKind.PLAIN && found.iccid().isEmpty();
    if (nothing || found.isdR().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        found.kind().words()
            + ". "
            + CardLadder.climbed(found).stream()
                .map(each -> rung(each, talk))
                .collect(Collectors.joining("; "))
            + ".");
  }

  private static String rung(Rung rung, Talk talk) {
    boolean held = rung.step() == Rung.Step.READER && talk instanceof ModemTalk;
    String step =
        (held ? Rung.Step.MODEM : rung.step()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    String state = rung.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return rung.state() == Rung.State.NOT_REACHED
        ? step + " " + state
        : step + " " + state + " (" + rung.words() + ")";
  }
}
