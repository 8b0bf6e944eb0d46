package simwright.sim.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is left: settings, character sets, supply, temperature, clock, reports that are only taken
/// note of.
final class HouseCommands implements Group {
  private static final List<String> CHARSETS = List.of("GSM", "IRA", "UCS2");
  private static final Set<String> NOTED =
      Set.of(
          "+CTZU", "+CTZR", "+CRC", "+CLIP", "+CSSN", "+CCWA", "+CGPIAF", "+CREGE", "+CIND",
          "+CMER", "+CPLS", "+COLP", "+CSDH");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<String> RATES =
      List.of("0", "9600", "19200", "38400", "57600", "115200", "230400", "460800", "921600");

  private final Board board;
  private Duration ahead = Duration.ZERO;

  HouseCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    Settings settings = board.settings();
    return switch (request.name()) {
      case "+CMEE" ->
          Optional.of(Group.setting(request, 2, settings.cmee, value -> settings.cmee = value));
      case "+CSCS" -> Optional.of(charset(request, settings));
      case "+CPAS" -> Optional.of(request.isTest() ? Say.ok("+CPAS: (0,3,4)") : Say.ok("+CPAS: 0"));
      case "+IPR" -> Optional.of(rate(request));
      case "+IFC" -> Optional.of(request.isRead() ? Say.ok("+IFC: 0,0") : Say.ok());
      case "+CCLK" -> Optional.of(clock(request));
      case "+CLCC" -> Optional.of(Say.ok());
      case "+CLAC" -> Optional.of(Say.ok("AT+CGMI", "AT+CGMM", "AT+CGMR", "AT+CGSN", "AT+CIMI"));
      default ->
          NOTED.contains(request.name())
              ? Optional.of(request.isRead() ? Say.ok(request.name() + ": 0") : Say.ok())
              : measured(request);
    };
  }

  /// A pseudo-terminal has no rate, so that any of the usual ones is as good.
  private static Say rate(Request request) {
    if (request.isTest()) {
      return Say.ok("+IPR: (),(" + String.join(",", RATES) + ")");
    }
    return request.isRead()
        ? Say.ok("+IPR: 115200")
        : RATES.contains(request.argument(0)) ? Say.ok() : Say.cme(50);
  }

  private Say clock(Request request) {
    Instant now = board.timers().now();
    if (request.isTest()) {
      return Say.ok();
    }
    if (!request.isSet()) {
      return Say.ok("+CCLK: \"" + CLOCK.format(now.plus(ahead)) + "+00\"");
    }
    String text = request.argument(0);
    if (!text.matches("[0-9]{2}/[0-9]{2}/[0-9]{2},[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[+-][0-9]{2})?")) {
      return Say.cme(50);
    }
    try {
      ahead = Duration.between(now, CLOCK.parse(text.substring(0, 17), Instant::from));
      return Say.ok();
    } catch (DateTimeParseException noSuchTime) {
      return Say.cme(50);
    }
  }

  private static Say charset(Request request, Settings settings) {
    if (request.isRead()) {
      return Say.ok("+CSCS: \"" + settings.charset + "\"");
    }
    if (request.isTest()) {
      return Say.ok("+CSCS: (\"" + String.join("\",\"", CHARSETS) + "\")");
    }
    String wanted = request.argument(0).toUpperCase(Locale.ROOT);
    if (!CHARSETS.contains(wanted)) {
      return Say.cme(50);
    }
    settings.charset = wanted;
    return Say.ok();
  }

  private Optional<Say> measured(Request request) {
    String name = request.name();
    if (name.equals("+CBC")) {
      return Optional.of(request.isTest() ? Say.ok("+CBC: (0-2),(0-100)") : Say.ok(supply()));
    }
    boolean known = board.who().has("temperature", name) || board.who().has("voltage", name);
    if (!known) {
      return Optional.empty();
    }
    int mv = board.supply().millivolts();
    int hot = board.supply().celsius();
    return switch (name) {
      case "+QTEMP" -> Optional.of(Say.ok("+QTEMP: \"soc-thermal\",\"" + hot + "\""));
      case "+UTEMP", "+CPMUTEMP", "%XTEMP" -> Optional.of(Say.ok(name + ": " + hot));
      case "#TEMPSENS" -> Optional.of(Say.ok("#TEMPSENS: 0," + hot));
      case "^SCTM" -> Optional.of(Say.ok("^SCTM: 0,0," + hot));
      case "^CHIPTEMP" -> Optional.of(Say.ok("^CHIPTEMP: 380,380,380,65535," + hot));
      case "+MTSM" -> Optional.of(Say.ok("+MTSM: " + hot));
      case "+GTSENRDTEMP" -> Optional.of(Say.ok("+GTSENRDTEMP: 1," + hot * 1000));
      case "!PCTEMP" -> Optional.of(Say.ok("Temp state: Normal", "Temperature: " + hot + " degC"));
      case "!PCVOLT" ->
          Optional.of(Say.ok("Volt state: Normal", "Power supply voltage: " + mv + " mV"));
      case "#CBC" -> Optional.of(Say.ok("#CBC: 0," + mv / 10));
      case "^SBV" -> Optional.of(Say.ok("^SBV: " + mv));
      case "%XVBAT" -> Optional.of(Say.ok("%XVBAT: " + mv));
      default -> Optional.empty();
    };
  }

  private String supply() {
    int mv = board.supply().millivolts();
    return switch (board.who().profile().name()) {
      case "simcom-sim7600" -> String.format(Locale.ROOT, "+CBC: %d.%03dV", mv / 1000, mv % 1000);
      case "fibocom-fm350" -> "+CBC: 0," + mv;
      default -> "+CBC: 0," + board.supply().percent() + "," + mv;
    };
  }
}
