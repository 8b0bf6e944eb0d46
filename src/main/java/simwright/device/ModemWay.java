package simwright.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.apdu.CardApplication;
import simwright.at.AtCodes;
import simwright.at.AtEngine;
import simwright.at.card.ModemCard;
import simwright.at.command.SimState;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// The way to a card through the commands of a modem that has been read before.
record ModemWay(AtEngine engine, Snapshot known) implements CardWay {
  @Override
  public String holder() {
    return "The modem answers";
  }

  @Override
  public String told() {
    return "A card is in the modem";
  }

  @Override
  public Optional<Iccid> iccid(Deadline deadline) {
    return known.iccid().value();
  }

  @Override
  public Reading<Imsi> imsi(Instant now, Deadline deadline) {
    return known.imsi();
  }

  @Override
  public boolean doubtful() {
    return known.sim().value().filter(SimState.READY::equals).isEmpty();
  }

  @Override
  public Optional<CardApplication> open(Octets aid, List<String> tried, Deadline deadline) {
    try {
      return Optional.of(ModemCard.open(engine, List.of(aid), deadline));
    } catch (Fault none) {
      if (!none.code().equals(AtCodes.NO_APPLICATION)) {
        throw none;
      }
      tried.add(none.evidence().orElse("refused"));
      return Optional.empty();
    }
  }
}
