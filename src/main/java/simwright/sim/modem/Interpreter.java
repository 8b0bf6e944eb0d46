package simwright.sim.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import simwright.sim.network.ShortMessage;

/// What the commands do: finds whose subject a command is, refuses what the card's state does not
/// allow, and starts what a start starts.
final class Interpreter {
  private final Board board;
  private final BasicCommands basic;
  private final Gate gate;
  private final RegistrationCommands registration;
  private final PingCommands ping;
  private final MessageCommands messages;
  private final PowerSaving saving;
  private final SlotCommands slots;
  private final SocketCommands sockets;
  private final StreamCommands streams;
  private final EuiccCommands euicc;
  private final FileCommands files;
  private final List<Group> groups;

  Interpreter(Board board, Random random) {
    this.board = board;
    this.basic = new BasicCommands(board);
    this.registration = new RegistrationCommands(board, random);
    this.gate = new Gate(board, registration::minimum);
    this.ping = new PingCommands(board);
    this.messages = new MessageCommands(board);
    this.saving = new PowerSaving(board);
    this.slots = new SlotCommands(board, () -> cardChanged(true));
    this.sockets = new SocketCommands(board);
    this.streams = new StreamCommands(board);
    this.euicc = new EuiccCommands(board, random, () -> cardChanged(true));
    this.files = new FileCommands(board);
    this.groups =
        List.of(
            new IdentityCommands(board),
            euicc,
            new CardCommands(board, this::unlocked),
            slots,
            registration,
            new SignalCommands(board),
            new ContextCommands(board),
            new CounterCommands(board),
            ping,
            new NameCommands(board),
            streams,
            sockets,
            messages,
            new UssdCommands(board),
            new CarrierCommands(board),
            saving,
            files,
            new PhoneBookCommands(board),
            new HouseCommands(board));
    board.radio().registrations().whenArrived(this::arrived);
  }

  boolean radioOn() {
    return registration.radioOn();
  }

  void withoutPing(boolean none) {
    ping.withoutPing(none);
  }

  /// The modem runs: it reads its card, then looks for a network.
  void start(Duration busy, Runnable cardRead) {
    registration.on();
    board
        .slots()
        .read(
            busy,
            () -> {
              cardRead.run();
              board.radio().power(radioOn(), board.slots().card());
            });
  }

  /// Supply is gone, or a restart begins.
  void stop() {
    euicc.forget();
    sockets.forget();
    streams.forget();
    board.radio().registrations().silence();
    board.radio().power(false, Optional.empty());
  }

  /// Another card, or none, is in the slot in use.
  void cardChanged(boolean up) {
    board.radio().power(false, Optional.empty());
    if (up) {
      board
          .host()
          .unsolicited(
              board.slots().card().isPresent() ? "+CPIN: NOT READY" : "+CPIN: NOT INSERTED");
      board
          .slots()
          .read(
              board.who().simulator().habits().cardBusy(),
              () -> {
                board
                    .slots()
                    .card()
                    .ifPresent(card -> board.host().unsolicited("+CPIN: " + card.state()));
                board.radio().power(radioOn(), board.slots().card());
              });
    }
  }

  /// Somebody used the modem before: what is left of that on the card and in the modem.
  void used(Instant now) {
    files.used();
    PhoneBook.Entry entry = new PhoneBook.Entry("+999001234567", 145, "Anna");
    board.storage().phoneBook().put(1, entry);
    board
        .slots()
        .card()
        .ifPresent(card -> {
          card.phoneBook().put(3, entry);
          card.files().forbid("00103");
          var unused = card.messages().put(1, ShortMessage.of("+999001234567", "Hello", now));
        });
    Contexts.SignIn anna = new Contexts.SignIn(1, "anna", "secret");
    int other = board.contexts().first() + 4;
    board.contexts().define(other, "IP", "corp.example");
    board.contexts().authenticate(other, anna);
    board.contexts().authenticate(board.contexts().first(), anna);
  }

  /// A command line was carried out.
  void used() {
    saving.used();
  }

  /// Carries out one command, in upper case and as it was typed.
  Say carryOut(String upper, String command) {
    if ("+^#%$*!D".indexOf(upper.charAt(0)) < 0) {
      return basic.answer(upper);
    }
    if (upper.charAt(0) == 'D') {
      return Say.cme(upper.endsWith(";") ? 30 : 3);
    }
    Request request = Request.of(command);
    if (restarts(upper)) {
      return new Say(List.of(), new Say.Restart(Duration.ofMillis(300)));
    }
    Optional<Say> refused = gate.refused(request);
    Say say = refused.orElseGet(() -> answer(request));
    return late(upper)
        .filter(delay -> say.ending() instanceof Say.Fine)
        .map(delay -> Say.later(delay, false, () -> say))
        .orElse(say);
  }

  private Say answer(Request request) {
    for (Group group : groups) {
      Optional<Say> said = group.answer(request);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return Say.cme(4);
  }

  /// A full command that the family's profile names as its reboot.
  private boolean restarts(String upper) {
    String text = "AT" + upper.replace(" ", "");
    boolean own =
        board.who().profile().slot("reboot").stream().anyMatch(each -> each.equals(text))
            && !text.equals("AT+CFUN=4");
    return own || text.equals("AT+CFUN=1,1");
  }

  private Optional<Duration> late(String upper) {
    return board.who().simulator().habits().late().entrySet().stream()
        .filter(entry -> upper.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void unlocked() {
    board.radio().power(radioOn(), board.slots().card());
  }

  private void arrived() {
    messages.fetch();
    saving.used();
  }
}
