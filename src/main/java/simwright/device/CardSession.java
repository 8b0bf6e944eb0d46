package simwright.device;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import simwright.ask.Progress;
import simwright.at.AtEngine;
import simwright.at.card.ModemCard;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.CardRequest;
import simwright.euicc.InstallationResult;
import simwright.euicc.IsdR;
import simwright.time.Time;
import simwright.tlv.Octets;

/// The conversation with the eUICC of a device for the time of one job: one channel, opened once,
/// and again only after the card closed it.
public final class CardSession implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration FUNCTION = Duration.ofSeconds(60);
  private static final Duration SEGMENT = Duration.ofSeconds(240);

  /// Sizes of a block, the largest first: some modems take no long command lines.
  private static final List<Integer> BLOCKS = List.of(IsdR.LARGEST, 120, 60);

  private final AtEngine engine;
  private final List<Octets> aids;
  private final Time time;
  private ModemCard card;
  private int block;

  private CardSession(AtEngine engine, List<Octets> aids, Time time) {
    this.engine = engine;
    this.aids = List.copyOf(aids);
    this.time = time;
    this.card = ModemCard.open(engine, aids, time.deadline(OPENING));
  }

  /// Opens the first security domain that the card has, for the time of an act.
  static <T> T during(AtEngine engine, Time time, Function<CardSession, T> act) {
    try (CardSession session = new CardSession(engine, SecurityDomains.KNOWN, time)) {
      return act.apply(session);
    }
  }

  /// Carries out a function.
  public <R> R ask(CardRequest<R> request) {
    return session().send(request, time.deadline(FUNCTION));
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
    engine.port().transcript().hide(secret);
  }

  /// Smaller blocks from now on; false where they are the smallest already.
  public boolean smaller() {
    if (block == BLOCKS.size() - 1) {
      return false;
    }
    block++;
    return true;
  }

  /// Opens the channel anew, after the card was reset.
  public void reopen() {
    card.close();
    card = ModemCard.open(engine, aids, time.deadline(OPENING));
  }

  /// Which security domain it is.
  public Octets aid() {
    return card.aid();
  }

  /// By which commands it is reached, in lower case: `channel-commands`, `bare-commands`.
  public String way() {
    return card.way().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    card.close();
  }

  private IsdR session() {
    return new IsdR(card.channel(), BLOCKS.get(block));
  }
}
