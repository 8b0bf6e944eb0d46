package simwright.sim.modem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// UDP sockets of the modem's own stack, in the maker's own commands: what is sent over them is
/// counted with its headers, and goes to nobody.
final class SocketCommands implements Group {
  private static final int HEADERS = 28;
  private static final int LONGEST = 512;
  private static final int SOCKETS = 7;

  /// Quectel's numbers: the context could not be opened, and the number is in use.
  private static final int NO_CONTEXT = 561;

  private static final int IN_USE = 563;

  private final Board board;
  private final Set<Integer> open = new TreeSet<>();

  SocketCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    boolean own =
        List.of("socket_open", "socket_send", "socket_close").stream()
            .anyMatch(need -> board.who().has(need, request.name()));
    if (!own || !request.isSet()) {
      return Optional.empty();
    }
    return switch (request.name()) {
      case "+QIOPEN" -> Optional.of(quectel(request));
      case "+USOCR" -> Optional.of(ublox());
      case "+QISENDEX" -> Optional.of(sent(request, request.argument(1).length() / 2, ""));
      case "+USOST" -> Optional.of(taken(request));
      case "+QICLOSE", "+USOCL" -> Optional.of(close(request));
      default -> Optional.empty();
    };
  }

  /// A start closes all of them.
  void forget() {
    open.clear();
  }

  private boolean connected() {
    return board.contexts().active(board.contexts().first());
  }

  private Say quectel(Request request) {
    if (!request.argument(1).matches("[0-9]{1,2}")) {
      return Say.cme(50);
    }
    int socket = Integer.parseInt(request.argument(1));
    int failed = !connected() ? NO_CONTEXT : open.contains(socket) ? IN_USE : 0;
    if (failed == 0) {
      open.add(socket);
    }
    var unused =
        board
            .timers()
            .after(
                Duration.ofMillis(80),
                "socket",
                () -> board.host().unsolicited("+QIOPEN: " + socket + "," + failed));
    return Say.ok();
  }

  private Say ublox() {
    int socket = 0;
    while (open.contains(socket)) {
      socket++;
    }
    if (socket >= SOCKETS || !connected()) {
      return Say.cme(3);
    }
    open.add(socket);
    return Say.ok("+USOCR: " + socket);
  }

  private Say taken(Request request) {
    String length = request.argument(3);
    boolean whole =
        length.matches("[0-9]{1,4}")
            && Integer.parseInt(length) <= LONGEST
            && request.argument(4).length() == Integer.parseInt(length);
    return whole
        ? sent(request, Integer.parseInt(length), "+USOST: " + request.argument(0) + "," + length)
        : Say.cme(50);
  }

  /// Sends a piece; what the maker says to it, or SEND OK instead of OK where that is nothing.
  private Say sent(Request request, int length, String told) {
    boolean known =
        request.argument(0).matches("[0-9]{1,2}")
            && open.contains(Integer.parseInt(request.argument(0)));
    if (!known || length == 0) {
      return Say.error();
    }
    if (!connected()) {
      return told.isEmpty() ? Say.instead("SEND FAIL") : Say.cme(3);
    }
    board.contexts().count(length + HEADERS, 0);
    return told.isEmpty() ? Say.instead("SEND OK") : Say.ok(told);
  }

  private Say close(Request request) {
    boolean closed =
        request.argument(0).matches("[0-9]{1,2}")
            && open.remove(Integer.parseInt(request.argument(0)));
    return closed ? Say.ok() : Say.error();
  }
}
