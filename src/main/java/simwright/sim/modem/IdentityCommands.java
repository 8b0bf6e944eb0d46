package simwright.sim.modem;

import java.util.List;
import java.util.Optional;

/// Who the modem is: maker, model, firmware, IMEI, in the standard's commands and the maker's own.
final class IdentityCommands implements Group {
  private final Board board;

  IdentityCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    Persona who = board.who();
    String revision = who.simulator().revision();
    Say said =
        switch (request.name()) {
          case "+CGMI", "+GMI" -> plain(request, who.simulator().manufacturer());
          case "+CGMM", "+GMM" -> plain(request, who.simulator().model());
          case "+CGMR", "+GMR" -> plain(request, revision);
          case "+CGSN", "+GSN" -> imei(request);
          case "+QGMR", "#SWPKGV", "+SWVER" ->
              who.has("firmware", request.name()) ? plain(request, revision) : null;
          case "+GTPKGVER", "%SHORTSWVER" ->
              who.has("firmware", request.name())
                  ? Say.ok(request.name() + ": " + quoted(request.name(), revision))
                  : null;
          case "%HWVERSION" ->
              who.has("hardware", request.name())
                  ? Say.ok(request.name() + ": " + who.simulator().model() + " A0A")
                  : null;
          case "+SIMCOMATI" -> who.has("firmware", "+SIMCOMATI") ? Say.ok(simcom()) : null;
          case "+IMEINUM" -> who.has("imei", "+IMEINUM") ? Say.ok(handset()) : null;
          case "+GCAP" -> Say.ok("+GCAP: +CGSM");
          default -> null;
        };
    return Optional.ofNullable(said);
  }

  private static Say plain(Request request, String text) {
    return request.isTest() ? Say.ok() : request.isSet() ? Say.cme(50) : Say.ok(text);
  }

  private static String quoted(String name, String revision) {
    return name.startsWith("+GT") ? "\"" + revision + "\"" : revision;
  }

  private Say imei(Request request) {
    String imei = board.who().imei();
    return switch (request.argument(0)) {
      case "" -> request.isTest() ? Say.ok("+CGSN: (0-3)") : Say.ok(imei);
      case "0" -> Say.ok(imei);
      case "1" -> Say.ok("+CGSN: \"" + imei + "\"");
      case "2" -> Say.ok("+CGSN: \"" + imei.substring(0, 14) + "01\"");
      case "3" -> Say.ok("+CGSN: \"01\"");
      default -> Say.cme(50);
    };
  }

  private List<String> simcom() {
    return List.of(
        "Manufacturer: " + board.who().simulator().manufacturer(),
        "Model: " + board.who().simulator().model(),
        "Revision: " + board.who().simulator().revision(),
        "IMEI: " + board.who().imei());
  }

  private List<String> handset() {
    return List.of("+IMEINUM:" + board.who().imei());
  }
}
