package simwright.sim.modem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import simwright.sim.network.UssdService;

/// Supplementary service codes, +CUSD (3GPP TS 27.007 clause 7.15): the network's words come later.
final class UssdCommands implements Group {
  private static final Duration NETWORK = Duration.ofMillis(900);

  private final Board board;
  private boolean inMenu;

  UssdCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    return request.name().equals("+CUSD") ? Optional.of(ussd(request)) : Optional.empty();
  }

  private Say ussd(Request request) {
    if (request.isRead()) {
      return Say.ok("+CUSD: " + board.settings().ussd);
    }
    if (request.isTest()) {
      return Say.ok("+CUSD: (0-2)");
    }
    String n = request.argument(0);
    if (!n.matches("[0-2]")) {
      return Say.cme(50);
    }
    if (n.equals("2")) {
      inMenu = false;
      return Say.ok();
    }
    board.settings().ussd = Integer.parseInt(n);
    String code = plain(request.argument(1));
    if (code.isEmpty()) {
      return Say.ok();
    }
    if (!board.radio().registered()) {
      return Say.cme(30);
    }
    boolean menu = inMenu;
    String number = board.slots().card().map(Card::number).orElse("");
    var unused =
        board.timers().after(NETWORK, "the network's words", () -> reply(code, menu, number));
    return Say.ok();
  }

  private void reply(String code, boolean menu, String number) {
    Optional<UssdService.Reply> reply = UssdService.ask(code, menu, number);
    inMenu = reply.map(UssdService.Reply::more).orElse(false);
    if (board.settings().ussd == 1) {
      board
          .host()
          .unsolicited(
              reply
                  .map(said ->
                      "+CUSD: " + (said.more() ? 1 : 0) + ",\"" + coded(said.text()) + "\",15")
                  .orElse("+CUSD: 4"));
    }
  }

  private String coded(String text) {
    return board.settings().charset.equals("UCS2")
        ? HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
        : text;
  }

  private String plain(String text) {
    boolean coded =
        board.settings().charset.equals("UCS2")
            && text.toUpperCase(Locale.ROOT).matches("(?:[0-9A-F]{4})+");
    return coded ? new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_16BE) : text;
  }
}
