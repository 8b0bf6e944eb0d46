package simwright.sim.modem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// TCP sockets of the modem's own stack, in the maker's own commands, bridged to real connections
/// on this computer. Bytes are on the air for a moment: what is under way when the bearer ends
/// never arrives, though the modem has taken it.
final class StreamCommands implements Group {
  private static final Duration AIR = Duration.ofMillis(40);
  private static final Duration CONNECTING = Duration.ofMillis(400);
  private static final int HEADERS = 40;
  private static final int LONGEST = 512;
  private static final int FIRST = 3;
  private static final int SOCKETS = 7;
  private static final int TCP = 6;

  /// Quectel's numbers: no context, the number is in use, and nobody answered.
  private static final int NO_CONTEXT = 561;

  private static final int IN_USE = 563;
  private static final int FAILED = 566;

  private final Board board;
  private final Map<Integer, Stream> open = new HashMap<>();

  /// A connection, on the bearer that it was opened on.
  private static final class Stream {
    private final Bridge bridge = new Bridge();
    private final StringBuilder inbox = new StringBuilder();
    private final int bearer;
    private boolean connected;
    private boolean settled;

    Stream(int bearer) {
      this.bearer = bearer;
    }
  }

  StreamCommands(Board board) {
    this.board = board;
    board.contexts().whenDropped(this::dropped);
  }

  @Override
  public Optional<Say> answer(Request request) {
    boolean own =
        List.of("stream_open", "stream_connect", "stream_send", "stream_read", "stream_close")
            .stream()
            .anyMatch(need -> board.who().has(need, request.name()));
    if (!own || !request.isSet()) {
      return Optional.empty();
    }
    return switch (request.name()) {
      case "+QIOPEN" -> tcp(request) ? Optional.of(quectel(request)) : Optional.empty();
      case "+USOCR" ->
          request.argument(0).equals(Integer.toString(TCP))
              ? Optional.of(ublox())
              : Optional.empty();
      default -> known(request).map(stream -> on(stream, request));
    };
  }

  /// A start closes all of them.
  void forget() {
    open.values().forEach(each -> each.bridge.close());
    open.clear();
  }

  private Say on(Stream stream, Request request) {
    return switch (request.name()) {
      case "+USOCO" -> connect(stream, request);
      case "+QISENDEX" -> {
        boolean taken = send(stream, bytes(request.argument(1)));
        yield taken ? Say.instead("SEND OK") : Say.instead("SEND FAIL");
      }
      case "+USOWR" -> written(stream, request);
      case "+QIRD" -> {
        String piece = taken(stream, request.argument(1));
        yield piece.isEmpty() ? Say.ok("+QIRD: 0") : Say.ok("+QIRD: " + piece.length(), piece);
      }
      case "+USORD" -> {
        String piece = taken(stream, request.argument(1));
        yield Say.ok(
            "+USORD: " + request.argument(0) + "," + piece.length() + ",\"" + piece + "\"");
      }
      default -> close(request);
    };
  }

  private static boolean tcp(Request request) {
    return request.argument(2).equalsIgnoreCase("TCP");
  }

  private Optional<Stream> known(Request request) {
    return number(request.argument(0)).map(open::get);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private boolean bearer() {
    return board.contexts().active(board.contexts().first());
  }

  private boolean alive(Stream stream) {
    return stream.connected && bearer() && stream.bearer == board.contexts().bearer();
  }

  private Say quectel(Request request) {
    Optional<Integer> id = number(request.argument(1));
    Optional<Integer> port = number(request.argument(4));
    if (id.isEmpty() || port.isEmpty()) {
      return Say.cme(50);
    }
    int socket = id.get();
    if (!bearer() || open.containsKey(socket)) {
      int why = bearer() ? IN_USE : NO_CONTEXT;
      tell(AIR, "+QIOPEN: " + socket + "," + why);
      return Say.ok();
    }
    Stream stream = new Stream(board.contexts().bearer());
    open.put(socket, stream);
    begin(
        stream,
        socket,
        request.argument(3),
        port.get(),
        () -> board.host().unsolicited("+QIOPEN: " + socket + "," + (alive(stream) ? 0 : FAILED)));
    return Say.ok();
  }

  private Say ublox() {
    int socket = FIRST;
    while (open.containsKey(socket)) {
      socket++;
    }
    if (socket >= SOCKETS || !bearer()) {
      return Say.cme(3);
    }
    open.put(socket, new Stream(board.contexts().bearer()));
    return Say.ok("+USOCR: " + socket);
  }

  private Say connect(Stream stream, Request request) {
    Optional<Integer> port = number(request.argument(2));
    if (port.isEmpty()) {
      return Say.cme(50);
    }
    int socket = number(request.argument(0)).orElse(0);
    begin(stream, socket, request.argument(1), port.get(), () -> {});
    return Say.later(CONNECTING, false, () -> settled(stream));
  }

  private Say settled(Stream stream) {
    if (!stream.settled) {
      return Say.later(AIR, false, () -> settled(stream));
    }
    return alive(stream) ? Say.ok() : Say.cme(3);
  }

  /// Connects on a thread of its own, as that may take its time.
  private void begin(Stream stream, int socket, String host, int port, Runnable then) {
    Timers timers = board.timers();
    timers.apart(
        "bridge",
        () -> {
          boolean there = stream.bridge.connect(host, port);
          var unused =
              timers.after(
                  AIR,
                  "socket",
                  () -> {
                    stream.connected = there;
                    stream.settled = true;
                    then.run();
                  });
          stream.bridge.listen(text -> come(stream, socket, text));
          if (there) {
            var _ = timers.after(AIR, "socket", () -> ended(stream, socket));
          }
        });
  }

  private void come(Stream stream, int socket, String text) {
    var unused =
        board
            .timers()
            .after(
                AIR,
                "air",
                () -> {
                  if (alive(stream)) {
                    stream.inbox.append(text);
                    board.contexts().count(0, text.length() + HEADERS);
                    board
                        .host()
                        .unsolicited(
                            quectel()
                                ? "+QIURC: \"recv\"," + socket
                                : "+UUSORD: " + socket + "," + stream.inbox.length());
                  }
                });
  }

  private void ended(Stream stream, int socket) {
    if (alive(stream) && open.get(socket) == stream) {
      stream.connected = false;
      board.host().unsolicited(quectel() ? "+QIURC: \"closed\"," + socket : "+UUSOCL: " + socket);
    }
  }

  /// The bearer is gone, and the sockets on it are of no use.
  private void dropped() {
    if (open.values().stream().anyMatch(each -> each.connected)) {
      open.values().forEach(each -> each.connected = false);
      if (quectel()) {
        board.host().unsolicited("+QIURC: \"pdpdeact\"," + board.contexts().first());
      } else {
        open.keySet().forEach(socket -> board.host().unsolicited("+UUSOCL: " + socket));
      }
    }
  }

  private boolean quectel() {
    return board.who().has("stream_open", "+QIOPEN");
  }

  private Say written(Stream stream, Request request) {
    String text = request.argument(2);
    boolean whole = number(request.argument(1)).filter(each -> each == text.length()).isPresent();
    if (!whole || text.length() > LONGEST) {
      return Say.cme(50);
    }
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return send(stream, bytes)
        ? Say.ok("+USOWR: " + request.argument(0) + "," + bytes.length)
        : Say.cme(3);
  }

  private static byte @Nullable [] bytes(String hex) {
    return hex.matches("([0-9A-Fa-f]{2}){1," + LONGEST + "}") ? HexFormat.of().parseHex(hex) : null;
  }

  private boolean send(Stream stream, byte @Nullable [] bytes) {
    if (bytes == null || !alive(stream)) {
      return false;
    }
    board.contexts().count(bytes.length + HEADERS, 0);
    var unused =
        board
            .timers()
            .after(
                AIR,
                "air",
                () -> {
                  if (alive(stream)) {
                    stream.bridge.send(bytes);
                  }
                });
    return true;
  }

  private static String taken(Stream stream, String most) {
    int length = Math.min(stream.inbox.length(), number(most).orElse(LONGEST));
    String piece = stream.inbox.substring(0, length);
    stream.inbox.delete(0, length);
    return piece;
  }

  private Say close(Request request) {
    List<Stream> gone = new ArrayList<>();
    number(request.argument(0)).map(open::remove).ifPresent(gone::add);
    gone.forEach(each -> each.bridge.close());
    return gone.isEmpty() ? Say.error() : Say.ok();
  }

  private void tell(Duration after, String line) {
    var unused = board.timers().after(after, "socket", () -> board.host().unsolicited(line));
  }
}
