package simwright.sim.modem;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import simwright.apdu.ClassByte;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.fault.Fault;
import simwright.hardware.CardAccess;
import simwright.hardware.HardwareProfile.EuiccHabits;
import simwright.sim.euicc.EuiccCard;
import simwright.tlv.Octets;

/// The way to the card itself: logical channels by +CCHO, +CGLA, +CCHC, and bare commands by +CSIM
/// (3GPP TS 27.007 clauses 8.17, 8.43, 8.44, 8.45). The modem carries out what the card asks the
/// device to do.
final class EuiccCommands implements Group {
  /// How long a modem takes to see that the card wants to be read anew.
  private static final Duration NOTICING = Duration.ofMillis(200);

  private static final int NO_SIM = 10;

  private final Board board;
  private final Random random;
  private final Runnable reread;
  private final Map<String, Integer> open = new HashMap<>();

  /// `reread` has the card read again, after it was told to change.
  EuiccCommands(Board board, Random random, Runnable reread) {
    this.board = board;
    this.random = random;
    this.reread = reread;
  }

  @Override
  public Optional<Say> answer(Request request) {
    return switch (request.name()) {
      case "+CCHO" -> Optional.of(on(request, card -> openChannel(card, request)));
      case "+CGLA" -> Optional.of(on(request, card -> channelled(card, request)));
      case "+CCHC" -> Optional.of(on(request, card -> close(card, request)));
      case "+CSIM" -> Optional.of(on(request, card -> bare(card, request)));
      default -> Optional.empty();
    };
  }

  /// Logical channels do not outlive a power-up of the card.
  void forget() {
    open.clear();
  }

  private Say on(Request request, Function<EuiccCard, Say> what) {
    if (request.isTest()) {
      return access().testForm() == CardAccess.TestForm.MISLEADING ? Say.error() : Say.ok();
    }
    boolean hidden =
        habits().withoutProfile() == EuiccHabits.WithoutProfile.NO_CHANNEL
            && board.slots().card().isEmpty();
    if (hidden) {
      return Say.cme(NO_SIM);
    }
    return board.slots().euicc().map(what).orElseGet(() -> Say.cme(4));
  }

  private Say openChannel(EuiccCard card, Request request) {
    Optional<Octets> aid = hex(request.argument(0));
    if (aid.isEmpty()) {
      return Say.cme(50);
    }
    Response opened = card.transmit(Command.of(0, 0x70, 0, 0).expecting(1)).response();
    if (opened.data().length() != 1) {
      // no logical channel is free
      return Say.cme(22);
    }
    int number = opened.data().at(0);
    Response selected =
        card.transmit(Command.of(number, 0xa4, 4, 0).with(aid.get()).expecting(256)).response();
    if (!selected.status().succeeded()) {
      var unused = card.transmit(Command.of(0, 0x70, 0x80, number));
      return Say.cme(22);
    }
    String handle =
        access().handle() == CardAccess.Handle.OPAQUE
            ? String.format(Locale.ROOT, "%016X", random.nextInt(1, Integer.MAX_VALUE))
            : Integer.toString(number);
    open.put(handle, number);
    return Say.ok(access().handle() == CardAccess.Handle.BARE ? handle : "+CCHO: " + handle);
  }

  private CardAccess access() {
    return board.who().profile().card();
  }

  private EuiccHabits habits() {
    return board.who().simulator().habits().euicc();
  }

  private Say channelled(EuiccCard card, Request request) {
    Integer number = open.get(request.argument(0).toUpperCase(Locale.ROOT));
    if (number == null) {
      return Say.cme(50);
    }
    return command(request.argument(1), request.argument(2))
        .map(command -> said(request.name(), card, command.with(command.cls().onChannel(number))))
        .orElseGet(() -> Say.cme(50));
  }

  private Say close(EuiccCard card, Request request) {
    Integer number = open.remove(request.argument(0).toUpperCase(Locale.ROOT));
    if (number == null) {
      return Say.cme(50);
    }
    var unused = card.transmit(Command.of(0, 0x70, 0x80, number));
    return Say.ok();
  }

  private Say bare(EuiccCard card, Request request) {
    return command(request.argument(0), request.argument(1))
        .map(command -> said(request.name(), card, command))
        .orElseGet(() -> Say.cme(50));
  }

  /// The length counts hexadecimal digits and must be right.
  private Optional<Command> command(String length, String text) {
    Optional<Octets> bytes = hex(text);
    if (bytes.isEmpty() || !length.equals(Integer.toString(text.length()))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Command.parse(bytes.get()))
          .filter(command -> command.data().length() <= habits().longest());
    } catch (Fault malformed) {
      return Optional.empty();
    }
  }

  private Say said(String name, EuiccCard card, Command command) {
    ClassByte cls = command.cls();
    if (cls.hasChannel() && cls.channel() > 3) {
      return Say.cme(50);
    }
    EuiccCard.Answered answered = card.transmit(command);
    String hex = answered.response().encode().hex();
    if (answered.response().status().range() == StatusWord.Range.DONE_PROACTIVE) {
      var unused = board.timers().after(NOTICING, "refresh", () -> refresh(card));
    }
    Say say = Say.ok(String.format(Locale.ROOT, "%s: %d,\"%s\"", name, hex.length(), hex));
    return answered.took().isZero() ? say : Say.later(answered.took(), false, () -> say);
  }

  /// The modem has noticed: registration, contexts and channels are lost whatever it does then.
  private void refresh(EuiccCard card) {
    if (!card.refreshWaits()) {
      return;
    }
    card.refreshed();
    forget();
    switch (habits().afterSwitch().orElseGet(this::known)) {
      case REREADS -> reread.run();
      case KEEPS -> {
        board.radio().power(false, Optional.empty());
        board.slots().hold(board.who().simulator().habits().cardBusy());
      }
      case REENUMERATES -> board.host().reenumerate();
    }
  }

  /// What the profile says of the family.
  private EuiccHabits.AfterSwitch known() {
    boolean cycle =
        access().refresh().filter(each -> each == CardAccess.Refresh.RADIO_CYCLE).isPresent();
    return cycle ? EuiccHabits.AfterSwitch.KEEPS : EuiccHabits.AfterSwitch.REREADS;
  }

  private static Optional<Octets> hex(String text) {
    return text.matches("(?:[0-9A-Fa-f]{2})+") ? Optional.of(Octets.hex(text)) : Optional.empty();
  }
}
