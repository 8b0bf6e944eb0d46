package simwright.device;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import simwright.ask.Cancel;
import simwright.at.AtCodes;
import simwright.at.AtEngine;
import simwright.at.command.SimState;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.CardAccess;
import simwright.time.Time;

/// Asks the card behind a modem what it is, over one logical channel at a time that is closed
/// again. It is an act of its own and no part of every reading: it takes a dozen commands where the
/// card is no eUICC.
final class ModemClimb {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Where the card can be talked to, or where only it can say why the modem finds none.
  private static final Set<SimState> TALKING =
      Set.of(SimState.READY, SimState.ABSENT, SimState.NO_PROFILE);

  /// After these nothing more is known of the link.
  private static final Set<FaultCode> BROKEN =
      Set.of(AtCodes.TIMEOUT, AtCodes.MUTE, AtCodes.RESTARTED, Cancel.CANCELLED);

  private final ModemTalk talk;
  private final CardAccess access;
  private final SecurityDomains domains;
  private final Time time;

  ModemClimb(ModemTalk talk, CardAccess access, SecurityDomains domains, Time time) {
    this.talk = talk;
    this.access = access;
    this.domains = domains;
    this.time = time;
  }

  /// The reading with what the card said; as it was where nothing could be asked.
  Snapshot above(Snapshot read) {
    if (read.sim().value().filter(TALKING::contains).isEmpty()) {
      return read;
    }
    Optional<String> card = SecurityDomains.card(talk, read);
    AtEngine engine = talk.engine();
    try {
      CardFound found =
          new CardProbe(
                  new ModemWay(engine, read),
                  domains.order(card, access),
                  Optional.empty(),
                  time,
                  LONGEST)
              .run();
      found.isdR().ifPresent(aid -> domains.answered(card, aid));
      return told(read, CardNaming.kept(found, talk, read));
    } catch (Fault refused) {
      if (talk.over() || BROKEN.contains(refused.code())) {
        throw refused;
      }
      return read;
    }
  }

  /// A modem that finds no card and reaches no eUICC has none, as far as anybody can tell.
  private Snapshot told(Snapshot read, CardFound found) {
    boolean ready = read.sim().value().filter(SimState.READY::equals).isPresent();
    if (!ready && found.eid().isEmpty()) {
      return read;
    }
    Snapshot now = read.withCard(new Reading.Known<>(CardLadder.answer(found), time.now()));
    if (found.eid().isPresent()) {
      now = now.withEid(new Reading.Known<>(found.eid().get(), time.now()));
    }
    return found.idle() ? now.withSim(new Reading.Known<>(SimState.NO_PROFILE, time.now())) : now;
  }
}
