package simwright.sim.modem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import simwright.sim.network.Gsm7;
import simwright.sim.network.MessageCentre;
import simwright.sim.network.ShortMessage;

/// Short messages (3GPP TS 27.005): sent through the centre, received with +CMTI or +CMT, listed,
/// read and deleted in text and PDU mode; the store is the card's.
final class MessageCommands implements Group {
  private static final List<String> STATES =
      List.of("REC UNREAD", "REC READ", "STO UNSENT", "STO SENT");
  private static final Duration SENDING = Duration.ofMillis(700);
  private static final Duration ARRIVING = Duration.ofMillis(300);
  private static final int ALL = 4;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Board board;
  private int reference;

  MessageCommands(Board board) {
    this.board = board;
  }

  /// Takes over what waits at the centre, as far as there is room; from then on the centre rings.
  void fetch() {
    board
        .slots()
        .card()
        .ifPresent(card -> {
          board.network().messages().reach(card.number(), this::rung);
          take(card);
        });
  }

  private void rung() {
    var unused = board.timers().after(ARRIVING, "a message", this::arrived);
  }

  private void arrived() {
    if (board.radio().registered()) {
      board.slots().card().filter(Card::usable).ifPresent(this::take);
    }
  }

  private void take(Card card) {
    while (card.messages().used() < card.messages().size()) {
      Optional<ShortMessage> message = board.network().messages().fetch(card.number());
      if (message.isEmpty()) {
        return;
      }
      report(card, message.get());
    }
  }

  private void report(Card card, ShortMessage message) {
    if (board.settings().newMessages == 2) {
      board.host().unsolicited("+CMT: " + direct(message));
      return;
    }
    OptionalInt place = card.messages().put(0, message);
    if (place.isPresent() && board.settings().newMessages == 1) {
      board.host().unsolicited("+CMTI: \"SM\"," + place.getAsInt());
    }
  }

  @Override
  public Optional<Say> answer(Request request) {
    return switch (request.name()) {
      case "+CMGF" ->
          Optional.of(
              Group.setting(
                  request,
                  1,
                  board.settings().textMode,
                  value -> board.settings().textMode = value));
      case "+CNMI" -> Optional.of(reports(request));
      case "+CSMS" ->
          Optional.of(request.isRead() ? Say.ok("+CSMS: 0,1,1,1") : Say.ok("+CSMS: 1,1,1"));
      case "+CSCA" ->
          Optional.of(
              request.isRead() ? Say.ok("+CSCA: \"" + MessageCentre.NUMBER + "\",145") : Say.ok());
      case "+CSMP" -> Optional.of(request.isRead() ? Say.ok("+CSMP: 17,167,0,0") : Say.ok());
      case "+CPMS" -> stored(card -> storage(request, card.messages()));
      case "+CMGL" -> stored(card -> list(request, card.messages()));
      case "+CMGR" -> stored(card -> read(request, card.messages()));
      case "+CMGD" -> stored(card -> delete(request, card));
      case "+CMGW" -> stored(card -> ask(request, message -> write(card, message)));
      case "+CMGS" -> stored(card -> ask(request, message -> send(card, message)));
      default -> Optional.empty();
    };
  }

  private Optional<Say> stored(Function<Card, Say> with) {
    return Optional.of(board.slots().card().map(with).orElseGet(() -> Say.cms(310)));
  }

  private Say reports(Request request) {
    Settings settings = board.settings();
    if (request.isRead()) {
      return Say.ok("+CNMI: 2," + settings.newMessages + ",0,0,0");
    }
    if (request.isTest()) {
      return Say.ok("+CNMI: (0-2),(0-2),(0),(0),(0,1)");
    }
    String wanted = request.argument(1).isEmpty() ? "0" : request.argument(1);
    if (!wanted.matches("[0-2]")) {
      return Say.cms(302);
    }
    settings.newMessages = Integer.parseInt(wanted);
    return Say.ok();
  }

  private static Say storage(Request request, MessageStore store) {
    String full = store.used() + "," + store.size();
    if (request.isTest()) {
      return Say.ok("+CPMS: (\"SM\"),(\"SM\"),(\"SM\")");
    }
    if (request.isRead()) {
      return Say.ok("+CPMS: \"SM\"," + full + ",\"SM\"," + full + ",\"SM\"," + full);
    }
    return request.arguments().stream().allMatch(name -> name.equals("SM"))
        ? Say.ok("+CPMS: " + full + "," + full + "," + full)
        : Say.cms(302);
  }

  private boolean text() {
    return board.settings().textMode == 1;
  }

  private Say list(Request request, MessageStore store) {
    if (request.isTest()) {
      return Say.ok(
          text() ? "+CMGL: (\"" + String.join("\",\"", STATES) + "\",\"ALL\")" : "+CMGL: (0-4)");
    }
    String asked = request.argument(0);
    String wanted = asked.isEmpty() ? (text() ? STATES.getFirst() : "0") : asked;
    int status = wanted.equals("ALL") ? ALL : STATES.indexOf(wanted);
    if (status < 0 && wanted.matches("[0-4]")) {
      status = Integer.parseInt(wanted);
    }
    if (status < 0) {
      return Say.cms(text() ? 305 : 304);
    }
    List<String> lines = new ArrayList<>();
    int only = status;
    store
        .entries()
        .forEach((place, entry) -> {
          if (only == ALL || only == entry.status()) {
            lines.add("+CMGL: " + place + "," + shown(entry));
            store.read(place);
          }
        });
    return Say.ok(lines);
  }

  private Say read(Request request, MessageStore store) {
    if (!request.argument(0).matches("[0-9]{1,3}")) {
      return Say.cms(321);
    }
    int place = Integer.parseInt(request.argument(0));
    Optional<MessageStore.Entry> entry = store.at(place);
    entry.ifPresent(found -> store.read(place));
    return entry.map(found -> Say.ok("+CMGR: " + shown(found))).orElseGet(() -> Say.cms(321));
  }

  private Say delete(Request request, Card card) {
    if (request.isTest()) {
      return Say.ok("+CMGD: (1-" + card.messages().size() + "),(0-4)");
    }
    if (request.argument(1).matches("[1-4]")) {
      int most = Integer.parseInt(request.argument(1));
      card.messages()
          .entries()
          .forEach((place, entry) -> {
            if (most == ALL
                || entry.status() == 1
                || (most > 1 && entry.status() == 3)
                || (most > 2 && entry.status() == 2)) {
              boolean unused = card.messages().delete(place);
            }
          });
      rung();
      return Say.ok();
    }
    String place = request.argument(0);
    if (!place.matches("[0-9]{1,3}") || !card.messages().delete(Integer.parseInt(place))) {
      return Say.cms(321);
    }
    rung();
    return Say.ok();
  }

  /// Asks for the text or PDU, and goes on with the message.
  private Say ask(Request request, Function<ShortMessage, Say> then) {
    if (request.isTest()) {
      return Say.ok();
    }
    if (text()) {
      String to = request.argument(0);
      return to.isEmpty() && request.name().equals("+CMGS")
          ? Say.cms(305)
          : Say.prompt(typed ->
              fitting(ShortMessage.of(plain(to), plain(typed), board.timers().now()), then));
    }
    if (!request.argument(0).matches("[0-9]{1,3}")) {
      return Say.cms(304);
    }
    int length = Integer.parseInt(request.argument(0));
    return Say.prompt(typed ->
        Pdu.submit(typed, length, board.timers().now())
            .map(message -> fitting(message, then))
            .orElseGet(() -> Say.cms(304)));
  }

  private static Say fitting(ShortMessage message, Function<ShortMessage, Say> then) {
    return message.fits() ? then.apply(message) : Say.cms(305);
  }

  private static Say write(Card card, ShortMessage message) {
    OptionalInt place = card.messages().put(2, message);
    return place.isPresent() ? Say.ok("+CMGW: " + place.getAsInt()) : Say.cms(322);
  }

  private Say send(Card card, ShortMessage message) {
    if (!board.radio().registered()) {
      return Say.cms(331);
    }
    return Say.later(SENDING, false, () -> sent(card, message));
  }

  private Say sent(Card card, ShortMessage message) {
    ShortMessage seen = message.from(card.number(), board.timers().now());
    if (!board.network().messages().submit(message.number(), seen)) {
      return Say.cms(28);
    }
    reference = reference + 1 & 0xff;
    return Say.ok("+CMGS: " + reference);
  }

  private String shown(MessageStore.Entry entry) {
    String state =
        text() ? "\"" + STATES.get(entry.status()) + "\"" : Integer.toString(entry.status());
    return state + "," + direct(entry.message());
  }

  private String direct(ShortMessage message) {
    if (text()) {
      return "\""
          + coded(message.number())
          + "\",,\""
          + STAMP.format(message.time())
          + "+00\"\r\n"
          + coded(message.text());
    }
    Pdu.Text pdu = Pdu.deliver(message);
    return "," + pdu.length() + "\r\n" + pdu.hex();
  }

  private String coded(String text) {
    if (board.settings().charset.equals("UCS2")) {
      return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
    return Gsm7.has(text)
        ? text
        : HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private String plain(String text) {
    boolean coded = board.settings().charset.equals("UCS2") && text.matches("(?:[0-9A-Fa-f]{4})+");
    return coded ? new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_16BE) : text;
  }
}
