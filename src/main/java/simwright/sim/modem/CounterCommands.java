package simwright.sim.modem;

import java.util.Locale;
import java.util.Optional;

/// The bytes that went over the contexts since the modem started, by the maker's own command.
final class CounterCommands implements Group {
  private final Board board;

  CounterCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!board.who().has("data_counters", request.name())) {
      return Optional.empty();
    }
    long up = board.contexts().sent();
    long down = board.contexts().received();
    return switch (request.name()) {
      case "+QGDCNT", "+QGDNRCNT" -> Optional.of(quectel(request, up, down));
      case "+UGCNTRD" ->
          Optional.of(
              Say.ok(
                  String.format(
                      Locale.ROOT,
                      "+UGCNTRD: %d,%d,%d,%d,%d",
                      board.contexts().first(),
                      up,
                      down,
                      up,
                      down)));
      case "#GDATAVOL" ->
          Optional.of(
              Say.ok(String.format(Locale.ROOT, "#GDATAVOL: %d,%d,%d,%d", 1, up + down, up, down)));
      case "^DSFLOWQRY" ->
          Optional.of(
              Say.ok(
                  String.format(
                      Locale.ROOT,
                      "^DSFLOWQRY:%08X,%016X,%016X,%08X,%016X,%016X",
                      60,
                      up,
                      down,
                      60,
                      up,
                      down)));
      case "%XCONNSTAT" ->
          Optional.of(
              request.isRead()
                  ? Say.ok(
                      String.format(
                          Locale.ROOT, "%%XCONNSTAT: 0,0,%d,%d,700,700", up / 1000, down / 1000))
                  : Say.ok());
      case "+GTSTATIS" -> Optional.of(Say.ok("+GTSTATIS: " + up + "," + down));
      default -> Optional.empty();
    };
  }

  private Say quectel(Request request, long up, long down) {
    if (request.isRead()) {
      return Say.ok(request.name() + ": " + up + "," + down);
    }
    if (request.argument(0).equals("0")) {
      board.contexts().resetCounters();
    }
    return Say.ok();
  }
}
