package simwright.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.apdu.CardApplication;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.euicc.GetEid;
import simwright.euicc.GetEimConfiguration;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.IsdR;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.hardware.CardAccess;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Asks a card what it is, rung by rung: the ICCID of the profile in use, each known place of an
/// ISD-R, the EID; and where there is no ISD-R to talk to, the ECASD that a card managed by an
/// SM-SR has too.
final class CardProbe {
  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Octets ECASD = Octets.hex("A0000005591010FFFFFFFF8900000200");
  private static final int EID_BYTES = 16;
  private static final Tag IDENTIFIER = Tag.of(0x5a);

  private final CardWay way;
  private final List<Octets> aids;
  private final Deadline deadline;
  private final Instant now;
  private Reading<Imsi> imsi = Reading.notAsked();
  private final List<String> tried;
  private boolean idle;

  /// At these places of an ISD-R, in at most that time; `tried` is what was tried before, in words.
  CardProbe(CardWay way, List<Octets> aids, Optional<String> tried, Time time, Duration longest) {
    this.way = way;
    this.aids = List.copyOf(aids);
    this.tried = new ArrayList<>(tried.stream().toList());
    this.deadline = time.deadline(longest);
    this.now = time.now();
  }

  /// Of a card in a reader, at all places that are known; where it has its ISD-R is remembered.
  static Snapshot read(CardTalk talk, SecurityDomains domains, Time time) {
    Optional<String> card = SecurityDomains.card(talk, Snapshot.empty(time.now()));
    List<Octets> aids = domains.order(card, CardAccess.UNKNOWN);
    CardFound found =
        new CardProbe(new ReaderWay(talk), aids, Optional.empty(), time, LONGEST).run();
    found.isdR().ifPresent(aid -> domains.answered(card, aid));
    return CardLadder.read(found, time.now());
  }

  CardFound run() {
    Optional<Iccid> iccid = way.iccid(deadline);
    imsi = iccid.isPresent() ? way.imsi(now, deadline) : imsi;
    for (Octets aid : aids) {
      Optional<CardFound> found = on(aid, isdR -> managed(isdR, iccid));
      if (found.isPresent()) {
        return found.get();
      }
    }
    Optional<Eid> eid = on(ECASD, this::certified);
    CardKind kind = eid.isPresent() ? CardKind.SGP_02 : CardKind.PLAIN;
    return found(kind, iccid, Optional.empty(), eid);
  }

  private CardFound found(
      CardKind kind, Optional<Iccid> iccid, Optional<Octets> isdR, Optional<Eid> eid) {
    return new CardFound(
        kind, way.holder(), way.told(), iccid, imsi, isdR, List.copyOf(tried), eid, idle);
  }

  /// Talks with an application, where the card has it.
  private <T> Optional<T> on(Octets aid, Function<CardApplication, Optional<T>> act) {
    List<String> refused = new ArrayList<>();
    Optional<CardApplication> opened = way.open(aid, refused, deadline);
    if (!refused.isEmpty()) {
      tried.add(aid.hex() + ": " + String.join(", ", refused));
    }
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> result = act.apply(opened.get());
    opened.get().close(deadline);
    return result;
  }

  /// An ISD-R that tells no EID is one that a distant server alone talks to.
  private Optional<CardFound> managed(CardApplication isdR, Optional<Iccid> iccid) {
    IsdR session = new IsdR(isdR.channel(), IsdR.LARGEST);
    try {
      Eid eid = session.send(new GetEid(), deadline);
      idle = way.doubtful() && nothingEnabled(session);
      CardKind kind = hasEim(session) ? CardKind.SGP_32 : CardKind.SGP_22;
      return Optional.of(found(kind, iccid, Optional.of(isdR.aid()), Optional.of(eid)));
    } catch (Fault refused) {
      tried.add("ES10c.GetEID " + answered(refused).code());
      return Optional.empty();
    }
  }

  private boolean hasEim(IsdR session) {
    try {
      var unused = session.send(new GetEimConfiguration(), deadline);
      return true;
    } catch (Fault unknown) {
      tried.add("ES10b.GetEimConfigurationData " + answered(unknown).code());
      return false;
    }
  }

  private boolean nothingEnabled(IsdR session) {
    try {
      return session.send(GetProfilesInfo.all(), deadline).stream()
          .noneMatch(each -> each.state().filter(ProfileInfo.State.ENABLED::equals).isPresent());
    } catch (Fault unknown) {
      tried.add("ES10c.GetProfilesInfo " + answered(unknown).code());
      return false;
    }
  }

  /// Only what the card itself said is a finding; a broken link is not.
  private static Fault answered(Fault fault) {
    if (!List.of("sw", "euicc", "tlv").contains(fault.code().layer())) {
      throw fault;
    }
    return fault;
  }

  private Optional<Eid> certified(CardApplication ecasd) {
    Response said =
        ecasd
            .channel()
            .transmit(Command.of(0x80, 0xca, 0, IDENTIFIER.value()).expecting(256), deadline);
    if (!said.status().succeeded()) {
      tried.add("GET DATA 5A " + said.status());
      return Optional.empty();
    }
    Tlv data = Tlv.read(said.data());
    return data.tag().equals(IDENTIFIER) && data.value().length() == EID_BYTES
        ? Optional.of(new Eid(Asn1.digits(data, false)))
        : Optional.empty();
  }
}
