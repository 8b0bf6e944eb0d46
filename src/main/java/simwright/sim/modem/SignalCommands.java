package simwright.sim.modem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.sim.network.Operator;

/// Signal and serving cell, in the standard's commands and the makers' own: all of one and the same
/// `Signal`.
final class SignalCommands implements Group {
  private final Board board;

  SignalCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    Optional<Signal> now = board.radio().signal();
    if (request.name().equals("+CSQ")) {
      return said(request, "+CSQ: (0-31,99),(99)", "+CSQ: " + csq(now) + ",99");
    }
    if (request.name().equals("+CESQ")) {
      String values = now.map(s -> s.rsrqIndex() + "," + s.rsrpIndex()).orElse("255,255");
      String tests = "+CESQ: (99),(99),(255),(255),(0-34,255),(0-97,255)";
      return said(request, tests, "+CESQ: 99,99,255,255," + values);
    }
    if (!board.who().has("signal", request.name())) {
      return Optional.empty();
    }
    return switch (request.name()) {
      case "+QCSQ" -> Optional.of(Say.ok(now.map(this::qcsq).orElse("+QCSQ: \"NOSERVICE\"")));
      case "+QENG" -> Optional.of(quectelCell(request, now));
      case "+QRSRP" -> one(now.map(s -> "+QRSRP: " + s.rsrp() + ",-140,-140,-140,LTE"));
      case "+QRSRQ" -> one(now.map(s -> "+QRSRQ: " + s.rsrq() + ",-20,-20,-20,LTE"));
      case "+QSINR" -> one(now.map(s -> "+QSINR: " + s.sinr() + ",-20,-20,-20,LTE"));
      case "+QNWINFO" -> one(now.map(s -> "+QNWINFO: \"FDD LTE\",\"00101\",\"LTE BAND 3\",1300"));
      case "+CPSI" -> Optional.of(Say.ok(now.map(this::simcom).orElse("+CPSI: NO SERVICE,Online")));
      case "#RFSTS" -> one(now.map(this::telit));
      case "!GSTATUS" -> Optional.of(Say.ok(sierra(now)));
      case "+GTCCINFO" -> Optional.of(Say.ok(now.map(this::fibocom).orElse(List.of("+GTCCINFO:"))));
      case "^SMONI" -> Optional.of(Say.ok(now.map(this::cinterion).orElse("^SMONI: 4G,SEARCH")));
      case "^HCSQ" -> Optional.of(Say.ok(now.map(this::huawei).orElse("^HCSQ: \"NOSERVICE\"")));
      case "%XMONITOR" -> Optional.of(Say.ok(now.map(this::nordic).orElse("%XMONITOR: 0")));
      default -> Optional.empty();
    };
  }

  private static Optional<Say> said(Request request, String test, String value) {
    return Optional.of(request.isTest() ? Say.ok(test) : Say.ok(value));
  }

  private static Optional<Say> one(Optional<String> line) {
    return Optional.of(line.map(Say::ok).orElseGet(() -> Say.cme(30)));
  }

  private static int csq(Optional<Signal> now) {
    return now.map(Signal::csq).orElse(99);
  }

  private String plmn() {
    return board.radio().operator().map(Operator::plmn).orElse("");
  }

  private String mcc() {
    return plmn().isEmpty() ? "001" : plmn().substring(0, 3);
  }

  private String mnc() {
    return plmn().isEmpty() ? "01" : plmn().substring(3);
  }

  private String qcsq(Signal s) {
    return String.format(
        Locale.ROOT,
        "+QCSQ: \"LTE\",%d,%d,%d,%d",
        s.rssi(),
        s.rsrp(),
        5 * (s.sinr() + 20),
        s.rsrq());
  }

  private Say quectelCell(Request request, Optional<Signal> now) {
    if (!request.argument(0).equalsIgnoreCase("servingcell")) {
      return Say.ok();
    }
    return Say.ok(
        now.map(s ->
                String.format(
                    Locale.ROOT,
                    "+QENG:"
                        + " \"servingcell\",\"NOCONN\",\"LTE\",\"FDD\",%s,%s,1A2B3,42,1300,3,5,5,C3,%d,%d,%d,%d,20",
                    mcc(),
                    mnc(),
                    s.rsrp(),
                    s.rsrq(),
                    s.rssi(),
                    s.sinr()))
            .orElse("+QENG: \"servingcell\",\"SEARCH\""));
  }

  private String simcom(Signal s) {
    return String.format(
        Locale.ROOT,
        "+CPSI: LTE,Online,%s-%s,0x00C3,107187,42,EUTRAN-BAND3,1300,5,5,%d,%d,%d,%d",
        mcc(),
        mnc(),
        10 * s.rsrq(),
        10 * s.rsrp(),
        10 * s.rssi(),
        s.sinr());
  }

  private String telit(Signal s) {
    String imsi = board.slots().card().map(card -> card.subscription().imsi()).orElse("");
    String name = board.radio().operator().map(Operator::name).orElse("");
    return String.format(
        Locale.ROOT,
        "#RFSTS: \"%s %s\",1300,%d,%d,%d,C3,255,,640,1,0,1A2B3,\"%s\",\"%s\",3,3",
        mcc(),
        mnc(),
        s.rsrp(),
        s.rssi(),
        s.rsrq(),
        imsi,
        name);
  }

  private List<String> sierra(Optional<Signal> now) {
    boolean in = board.radio().registered();
    String mode = now.isEmpty() ? "NO SERVICE" : "LTE";
    String head =
        "!GSTATUS: \r\n"
            + "Current Time:  220\t\tTemperature: 38\r\n"
            + "Reset Counter: 1\t\tMode:        ONLINE\r\n"
            + "System mode:   "
            + mode
            + "        \tPS state:    "
            + (in ? "Attached" : "Not attached");
    String cell =
        now.map(s ->
                String.format(
                        Locale.ROOT,
                        "\r\n"
                            + "LTE band:      B3     \t\tLTE bw:      10 MHz\r\n"
                            + "PCC RxM RSSI:  %d\t\tPCC RxM RSRP:  %d",
                        s.rssi(),
                        s.rsrp())
                    + String.format(
                        Locale.ROOT,
                        "\r\n"
                            + "RSRQ (dB):     %d\t\tCell ID:     0001A2B3 (107187)\r\n"
                            + "SINR (dB):     %d",
                        s.rsrq(),
                        s.sinr()))
            .orElse("");
    return List.of(head + cell);
  }

  private List<String> fibocom(Signal s) {
    return List.of(
        "+GTCCINFO:",
        String.format(
            Locale.ROOT,
            "1,4,%s,%s,00C3,0001A2B3,1300,42,103,50,%d,%d,%d,%d",
            mcc(),
            mnc(),
            s.sinr(),
            s.rsrpIndex(),
            s.rsrpIndex(),
            s.rsrqIndex()));
  }

  private String cinterion(Signal s) {
    return String.format(
        Locale.ROOT,
        "^SMONI: 4G,1300,3,10,10,FDD,%s,%s,00C3,001A2B3,42,33,%d,%d,NOCONN",
        mcc(),
        mnc(),
        s.rsrp(),
        s.rsrq());
  }

  private String huawei(Signal s) {
    return String.format(
        Locale.ROOT,
        "^HCSQ: \"LTE\",%d,%d,%d,%d",
        s.rssi() + 121,
        s.rsrpIndex(),
        5 * s.sinr() + 101,
        s.rsrqIndex());
  }

  private String nordic(Signal s) {
    String name = board.radio().operator().map(Operator::name).orElse("");
    return String.format(
        Locale.ROOT,
        "%%XMONITOR:"
            + " %d,\"%s\",\"SWTest\",\"%s\",\"00C3\",7,3,\"0001A2B3\",42,1300,%d,%d,\"\",\"11100000\",\"11100000\",\"00111110\"",
        board.radio().registrations().stat(),
        name,
        plmn(),
        s.rsrpIndex(),
        s.sinr() + 25);
  }
}
