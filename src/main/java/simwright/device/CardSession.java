package simwright.device;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.apdu.CardApplication;
import simwright.ask.Progress;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.CardRequest;
import simwright.euicc.EuiccCodes;
import simwright.euicc.InstallationResult;
import simwright.euicc.IsdR;
import simwright.euicc.PrepareDownload;
import simwright.fault.Fault;
import simwright.hardware.CardAccess;
import simwright.time.Time;
import simwright.tlv.Octets;

/// The conversation with the eUICC of a device, be it a modem or a reader, for the time of one job:
/// one channel, opened once, and again only after the card closed it.
public final class CardSession implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final Duration FUNCTION = Duration.ofSeconds(60);
  private static final Duration SEGMENT = Duration.ofSeconds(240);

  /// Sizes of a block, the largest first: some modems take no long command lines.
  private static final List<Integer> BLOCKS = List.of(IsdR.LARGEST, 120, 60);

  private final Talk talk;
  private final SecurityDomains domains;
  private final Optional<String> known;
  private final List<Octets> aids;
  private final boolean hidden;
  private final Time time;
  private CardApplication card;
  private int block;
  private boolean settled;
  private boolean spoken;
  private final Map<CardRequest<?>, Object> lasting = new HashMap<>();

  private CardSession(
      Talk talk, Snapshot known, CardAccess access, SecurityDomains domains, Time time) {
    this.talk = talk;
    this.domains = domains;
    this.known = SecurityDomains.card(talk, known);
    this.aids = domains.order(this.known, access);
    this.hidden = access.hidesEmptyCard() && talk instanceof ModemTalk;
    this.time = time;
    this.card = talk.application(aids, time.deadline(OPENING));
  }

  /// Opens the first security domain that the card has, for the time of an act. Where it has none,
  /// the fault says what the card is instead.
  static <T> T during(
      Talk talk,
      Snapshot known,
      CardAccess access,
      SecurityDomains domains,
      Time time,
      Function<CardSession, T> act) {
    try (CardSession session = new CardSession(talk, known, access, domains, time)) {
      return act.apply(session);
    } catch (Fault fault) {
      throw CardNaming.of(fault, talk, known, domains.order(Optional.empty(), access), time);
    }
  }

  /// Carries out a function; what lasts is asked once.
  @SuppressWarnings("unchecked")
  public <R> R ask(CardRequest<R> request) {
    if (lasting.containsKey(request)) {
      return (R) lasting.get(request);
    }
    settled |= request instanceof PrepareDownload;
    try {
      R answer = session().send(request, time.deadline(FUNCTION));
      if (!spoken) {
        spoken = true;
        domains.answered(known, card.aid());
      }
      if (request.lasting()) {
        lasting.put(request, answer);
      }
      return answer;
    } catch (Fault refused) {
      throw spoken || !refused.code().layer().equals("sw") ? refused : mute(request, refused);
    }
  }

  /// An ISD-R that can be selected and answers nothing is one for a distant server alone.
  private static Fault mute(CardRequest<?> request, Fault refused) {
    return new Fault(
        EuiccCodes.NO_ISD_R, request.function(), "the card", refused.code().toString(), refused);
  }

  /// The same for what a person has typed the confirmation of.
  public <R> R askConfirmed(CardRequest<R> request) {
    card.confirmed(true);
    try {
      return ask(request);
    } finally {
      card.confirmed(false);
    }
  }

  /// Loads a package; each segment has its own deadline, as cards think about some for long.
  public InstallationResult load(BoundProfilePackage bound, Progress progress) {
    return session().load(bound, () -> time.deadline(SEGMENT), progress);
  }

  /// From now on a secret is masked in the transcript, wherever it stands.
  public void hide(String secret) {
    talk.transcript().hide(secret);
  }

  /// Smaller blocks from now on; false where they are the smallest already, and once a download was
  /// prepared, as a change then breaks the chain of its blocks.
  public boolean smaller() {
    if (settled || block == BLOCKS.size() - 1) {
      return false;
    }
    block++;
    return true;
  }

  /// Resets a card in a reader, which ends this conversation with it; false behind a modem, where
  /// only the modem can.
  public boolean reset() {
    lasting.clear();
    return talk.reset(time.deadline(OPENING));
  }

  /// Which security domain it is.
  public Octets aid() {
    return card.aid();
  }

  /// How it is reached: `channel-commands` or `bare-commands` of a modem, or a `reader`.
  public String way() {
    return card.way();
  }

  /// Why in this way: what was tried before, in words.
  public List<String> tried() {
    return card.tried();
  }

  /// Whether the modem cannot reach the card while no profile is enabled.
  public boolean hidden() {
    return hidden;
  }

  /// A link that broke has closed it.
  @Override
  public void close() {
    if (!talk.over()) {
      card.close(time.deadline(CLOSING));
    }
  }

  private IsdR session() {
    return new IsdR(card.channel(), BLOCKS.get(block));
  }
}
