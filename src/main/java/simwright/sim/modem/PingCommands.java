package simwright.sim.modem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pings from the modem, in the maker's own command and with the maker's reports.
final class PingCommands implements Group {
  private static final int COUNT = 4;
  private static final int PACKET = 60;

  private final Board board;
  private boolean withoutPing;

  PingCommands(Board board) {
    this.board = board;
  }

  /// Nothing answers from now on.
  void withoutPing(boolean none) {
    withoutPing = none;
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!board.who().has("ping", request.name()) || !request.isSet()) {
      return Optional.empty();
    }
    boolean quectel = request.name().equals("+QPING");
    String cid = quectel ? request.argument(0) : Integer.toString(board.contexts().first());
    if (!cid.matches("[0-9]{1,2}") || !board.contexts().active(Integer.parseInt(cid))) {
      return Optional.of(Say.cme(148));
    }
    String host = request.argument(quectel ? 1 : 0);
    board.contexts().count((long) COUNT * PACKET, withoutPing ? 0 : (long) COUNT * PACKET);
    return switch (request.name()) {
      case "+QPING" -> Optional.of(after(quectel(host), 60));
      case "+UPING" -> Optional.of(after(ublox(host), 80));
      case "+CPING" -> Optional.of(after(simcom(host), 60));
      case "#PING" ->
          Optional.of(Say.later(Duration.ofMillis(400), true, () -> Say.ok(telit(host))));
      case "#XPING" ->
          Optional.of(after(List.of(withoutPing ? "#XPING: \"timeout\"" : "#XPING: 0.056"), 100));
      default -> Optional.empty();
    };
  }

  private Say after(List<String> reports, int apartMillis) {
    for (int i = 0; i < reports.size(); i++) {
      String report = reports.get(i);
      var unused =
          board
              .timers()
              .after(
                  Duration.ofMillis((long) apartMillis * (i + 1)),
                  "ping",
                  () -> board.host().unsolicited(report));
    }
    return Say.ok();
  }

  private List<String> quectel(String host) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      all.add(
          withoutPing ? "+QPING: 569" : "+QPING: 0,\"" + host + "\",32," + (41 + 7 * i) + ",255");
    }
    all.add(withoutPing ? "+QPING: 0,4,0,4,0,0,0" : "+QPING: 0,4,4,0,41,62,51");
    return all;
  }

  private List<String> ublox(String host) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      all.add(
          withoutPing
              ? "+UUPINGER: 12"
              : "+UUPING: " + i + ",32,\"" + host + "\",\"192.0.2.1\",55," + (300 + 40 * i));
    }
    return all;
  }

  private List<String> simcom(String host) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      all.add(withoutPing ? "+CPING: 2" : "+CPING: 1," + host + ",64," + (41 + 7 * i) + ",54");
    }
    all.add(withoutPing ? "+CPING: 3,4,0,4,0,0,0" : "+CPING: 3,4,4,0,41,62,51");
    return all;
  }

  private List<String> telit(String host) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      all.add(
          String.format(
              Locale.ROOT,
              "#PING: 0%d,\"%s\",%d,%d",
              i,
              host,
              withoutPing ? 600 : 1,
              withoutPing ? 255 : 52));
    }
    return all;
  }
}
