package simwright.sim.modem;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import simwright.hardware.HardwareProfile.EuiccHabits;

/// The card: PIN and PUK with tries, locks, identity, files by +CRSM (3GPP TS 27.007 clauses 7.4,
/// 7.5, 8.3, 8.18, 8.65).
final class CardCommands implements Group {
  private static final Set<String> TOUCHING =
      Set.of(
          "+CPIN", "+CPINR", "+CLCK", "+CPWD", "+CIMI", "+CRSM", "+CSIM", "+CNUM", "+CCHO", "+CMGL",
          "+CMGR", "+CMGS", "+CMGW", "+CMGD", "+CMSS", "+CPMS", "+CPBR", "+CPBS", "+CUSD");

  private final Board board;
  private final Runnable unlocked;

  /// `unlocked` happens when the card may be used from now on.
  CardCommands(Board board, Runnable unlocked) {
    this.board = board;
    this.unlocked = unlocked;
  }

  /// Whether a command asks the card.
  static boolean touches(Persona who, String name) {
    return TOUCHING.contains(name) || who.has("iccid", name);
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!touches(board.who(), request.name())) {
      return Optional.empty();
    }
    Optional<Card> card = board.slots().card();
    boolean empty =
        board.who().simulator().habits().euicc().withoutProfile()
                == EuiccHabits.WithoutProfile.EMPTY_EUICC
            && card.isEmpty()
            && board.slots().euicc().isPresent();
    if (empty && request.name().equals("+CPIN") && request.isRead()) {
      return Optional.of(Say.ok("+CPIN: EMPTY_EUICC"));
    }
    if (board.who().has("iccid", request.name())) {
      return Optional.of(card.map(each -> iccid(request, each)).orElseGet(() -> Say.cme(10)));
    }
    return switch (request.name()) {
      case "+CPIN" -> of(card, each -> pin(request, each));
      case "+CPINR" -> of(card, CardCommands::tries);
      case "+CLCK" -> of(card, each -> lock(request, each));
      case "+CPWD" -> of(card, each -> password(request, each));
      case "+CIMI" -> of(card, each -> Say.ok(each.subscription().imsi()));
      case "+CRSM" -> of(card, each -> file(request, each));
      case "+CNUM" -> of(card, each -> Say.ok("+CNUM: ,\"" + each.number() + "\",145"));
      default -> Optional.empty();
    };
  }

  private static Optional<Say> of(
      Optional<Card> card, java.util.function.Function<Card, Say> says) {
    return Optional.of(card.map(says).orElseGet(() -> Say.cme(10)));
  }

  private static Say iccid(Request request, Card card) {
    String quote = request.name().equals("!ICCID") ? "\"" : "";
    return Say.ok(request.name() + ": " + quote + card.subscription().iccid() + quote);
  }

  private Say pin(Request request, Card card) {
    if (request.isTest()) {
      return Say.ok();
    }
    if (card.dead()) {
      return Say.cme(13);
    }
    if (request.isRead()) {
      return Say.ok("+CPIN: " + card.state());
    }
    if (card.usable()) {
      return Say.cme(3);
    }
    if (!request.isSet() || !isCode(request.argument(0))) {
      return Say.cme(50);
    }
    boolean blocked = card.state().equals("SIM PUK");
    Optional<Integer> refused =
        !blocked
            ? card.enterPin(request.argument(0))
            : request.argument(1).isEmpty()
                ? Optional.of(12)
                : card.unblock(request.argument(0), request.argument(1));
    if (refused.isEmpty()) {
      board.host().unsolicited("+CPIN: READY");
      unlocked.run();
    }
    return refused.map(Say::cme).orElseGet(Say::ok);
  }

  /// What can be a PIN or PUK (ETSI TS 102 221 clause 9.5.1); what cannot never reaches the card,
  /// so that it costs no try.
  private static boolean isCode(String text) {
    return text.matches("[0-9]{4,8}");
  }

  private static Say tries(Card card) {
    return Say.ok(
        "+CPINR: SIM PIN," + card.pinTries() + ",3", "+CPINR: SIM PUK," + card.pukTries() + ",10");
  }

  private static Say lock(Request request, Card card) {
    if (request.isTest()) {
      return Say.ok("+CLCK: (\"SC\")");
    }
    if (!request.argument(0).equalsIgnoreCase("SC")) {
      return Say.cme(4);
    }
    if (request.argument(1).equals("2")) {
      return Say.ok("+CLCK: " + (card.pinAsked() ? 1 : 0));
    }
    if (!request.argument(1).matches("[01]") || !isCode(request.argument(2))) {
      return Say.cme(50);
    }
    return card.ask(request.argument(1).equals("1"), request.argument(2))
        .map(Say::cme)
        .orElseGet(Say::ok);
  }

  private static Say password(Request request, Card card) {
    if (request.isTest()) {
      return Say.ok("+CPWD: (\"SC\",8)");
    }
    if (!isCode(request.argument(1)) || !isCode(request.argument(2))) {
      return Say.cme(50);
    }
    return request.argument(0).equalsIgnoreCase("SC")
        ? card.change(request.argument(1), request.argument(2)).map(Say::cme).orElseGet(Say::ok)
        : Say.cme(4);
  }

  private static Say file(Request request, Card card) {
    if (request.isTest()) {
      return Say.ok();
    }
    if (!request.argument(0).matches("[0-9]{1,3}") || !request.argument(1).matches("[0-9]{1,5}")) {
      return Say.cme(50);
    }
    int file = Integer.parseInt(request.argument(1));
    int offset = 256 * number(request.argument(2)) + number(request.argument(3));
    return switch (request.argument(0)) {
      case "176" -> read(card, file, offset, number(request.argument(4)));
      case "214" -> write(card, file, offset, request.argument(5));
      case "192" -> status(card, file);
      default -> Say.ok("+CRSM: 109,0");
    };
  }

  private static Say read(Card card, int file, int offset, int length) {
    return card.files()
        .read(file)
        .map(content -> {
          if (offset > content.length) {
            return Say.ok("+CRSM: 107,0");
          }
          int end = length == 0 ? content.length : Math.min(content.length, offset + length);
          return Say.ok("+CRSM: 144,0,\"" + hex(content, offset, end) + "\"");
        })
        .orElseGet(() -> Say.ok("+CRSM: 106,130"));
  }

  private static Say write(Card card, int file, int offset, String data) {
    if (card.files().read(file).isEmpty()) {
      return Say.ok("+CRSM: 106,130");
    }
    if (!CardFiles.writable(file)) {
      return Say.ok("+CRSM: 105,130");
    }
    boolean written =
        data.matches("(?:[0-9A-Fa-f]{2})+")
            && card.files().write(file, offset, HexFormat.of().parseHex(data));
    return Say.ok(written ? "+CRSM: 144,0" : "+CRSM: 103,0");
  }

  /// GET RESPONSE: the file control parameters with size and identifier (ETSI TS 102 221).
  private static Say status(Card card, int file) {
    return card.files()
        .read(file)
        .map(content ->
            Say.ok(
                String.format(
                    Locale.ROOT,
                    "+CRSM: 144,0,\"620F82024121%s%04X8A01058002%04X\"",
                    "8302",
                    file,
                    content.length)))
        .orElseGet(() -> Say.ok("+CRSM: 106,130"));
  }

  private static String hex(byte[] content, int from, int to) {
    return HexFormat.of().withUpperCase().formatHex(content, from, to);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
  }
}
