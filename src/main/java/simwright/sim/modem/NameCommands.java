package simwright.sim.modem;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Resolves names, in the maker's own command and with the maker's answer. Every name has an
/// address in the documentation range, but those that never have one (`.invalid`, RFC 2606).
final class NameCommands implements Group {
  private static final Duration TAKES = Duration.ofMillis(120);
  private static final int QUERY = 60;
  private static final int NOT_RESOLVED = 565;

  private final Board board;

  NameCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!board.who().has("dns", request.name()) || !request.isSet()) {
      return Optional.empty();
    }
    if (!board.contexts().active(board.contexts().first())) {
      return Optional.of(Say.cme(148));
    }
    boolean second = request.name().equals("+QIDNSGIP") || request.name().equals("+UDNSRN");
    String host = request.argument(second ? 1 : 0);
    board.contexts().count(QUERY, 2 * QUERY);
    Optional<String> address = address(host);
    return Optional.of(
        switch (request.name()) {
          case "+QIDNSGIP" -> quectel(address);
          case "+UDNSRN" -> later(address, found -> "+UDNSRN: \"" + found + "\"");
          case "#XGETADDRINFO" -> later(address, found -> "#XGETADDRINFO: \"" + found + "\"");
          case "+CDNSGIP" ->
              later(
                  Optional.of(
                      address.map(found -> "1,\"" + host + "\",\"" + found + "\"").orElse("0,10")),
                  text -> "+CDNSGIP: " + text);
          default ->
              later(
                  Optional.of(address.map(found -> "\"" + found + "\"").orElse("NOT SOLVED")),
                  text -> "#QDNS: \"" + host + "\"," + text);
        });
  }

  private static Optional<String> address(String host) {
    return host.toLowerCase(Locale.ROOT).endsWith(".invalid")
        ? Optional.empty()
        : Optional.of("192.0.2." + (100 + Math.floorMod(host.hashCode(), 100)));
  }

  private Say later(Optional<String> found, java.util.function.UnaryOperator<String> line) {
    return Say.later(
        TAKES, true, () -> found.map(line).map(text -> Say.ok(text)).orElseGet(() -> Say.cme(100)));
  }

  private Say quectel(Optional<String> address) {
    List<String> lines =
        address
            .map(found ->
                List.of("+QIURC: \"dnsgip\",0,1,600", "+QIURC: \"dnsgip\",\"" + found + "\""))
            .orElseGet(() -> List.of("+QIURC: \"dnsgip\"," + NOT_RESOLVED));
    var unused = board.timers().after(TAKES, "dns", () -> lines.forEach(board.host()::unsolicited));
    return Say.ok();
  }
}
