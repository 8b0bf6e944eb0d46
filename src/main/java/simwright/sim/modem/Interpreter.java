package simwright.sim.modem;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import simwright.time.Time;

/// What the commands do. Each returns its answer, or nothing when the modem restarts without one.
final class Interpreter {
  private static final Set<String> WITHOUT_PIN =
      Set.of(
          "+CGMI", "+CGMM", "+CGMR", "+CGSN", "+GMI", "+GMM", "+GMR", "+GSN", "+CPAS", "+CFUN",
          "+CPIN", "+CPINR", "+CMEE", "+QGMR", "+CREG", "+CGREG", "+CEREG", "+COPS", "+CSQ",
          "+CESQ", "+CBC", "+QTEMP", "+CCLK", "+CSCS", "+CMGF", "+IPR", "+GCAP");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final VirtualModem modem;
  private final Persona who;
  private final Radio radio;
  private final Time time;
  private final Card slot;
  private boolean inserted = true;
  private int functionality = 1;
  private boolean withoutPing;

  Interpreter(VirtualModem modem, Persona who, Radio radio, Time time) {
    this.modem = modem;
    this.who = who;
    this.radio = radio;
    this.time = time;
    this.slot = new Card(who.subscription(), who.pin(), who.puk(), false);
  }

  @Nullable Card card() {
    return inserted ? slot : null;
  }

  void cardInserted(boolean there) {
    inserted = there;
    slot.reset();
  }

  void cardReset() {
    slot.reset();
    functionality = 1;
  }

  boolean radioOn() {
    return functionality == 1;
  }

  void withoutPing(boolean none) {
    withoutPing = none;
  }

  /// Carries out one command.
  Optional<Say> carryOut(String command) {
    char first = command.charAt(0);
    if ("+^#%$*!".indexOf(first) < 0) {
      return Optional.of(basic(command.toUpperCase(Locale.ROOT)));
    }
    Request request = Request.of(command);
    if (request.name().equals("+CFUN") && request.isSet()) {
      return functionality(request);
    }
    boolean locked = inserted && !slot.usable() && !WITHOUT_PIN.contains(request.name());
    return Optional.of(
        locked ? Say.cme(slot.state().equals("SIM PUK") ? 12 : 11) : answer(request));
  }

  private Say basic(String command) {
    VirtualModem.Settings settings = modem.settings();
    switch (command) {
      case "E", "E0" -> settings.echo = false;
      case "E1" -> settings.echo = true;
      case "V0" -> settings.words = false;
      case "V", "V1" -> settings.words = true;
      case "Q", "Q0" -> settings.quiet = false;
      case "Q1" -> settings.quiet = true;
      case "Z", "Z0", "&F", "&F0" -> modem.reset();
      case "I", "I0" -> {
        return Say.ok(
            who.simulator().manufacturer(),
            who.simulator().model(),
            "Revision: " + who.simulator().revision());
      }
      case "X",
          "X0",
          "X1",
          "X2",
          "X3",
          "X4",
          "S0",
          "H",
          "H0",
          "&C1",
          "&D2",
          "&D0",
          "&K0",
          "&W" -> {}
      default -> {
        return Say.error();
      }
    }
    return Say.ok();
  }

  private Say answer(Request request) {
    return switch (request.name()) {
      case "+CGMI", "+GMI" -> request.isTest() ? Say.ok() : Say.ok(who.simulator().manufacturer());
      case "+CGMM", "+GMM" -> request.isTest() ? Say.ok() : Say.ok(who.simulator().model());
      case "+CGMR", "+GMR", "+QGMR" ->
          request.name().equals("+QGMR") && !who.has("+QGMR")
              ? Say.error()
              : request.isTest() ? Say.ok() : Say.ok(who.simulator().revision());
      case "+CGSN", "+GSN" -> imei(request);
      case "+CIMI" -> inserted ? Say.ok(slot.subscription().imsi()) : Say.cme(10);
      case "+CCID", "+QCCID", "+ICCID", "^ICCID", "%XICCID", "#CCID" -> iccid(request);
      case "+CMEE" ->
          setting(request, 2, value -> modem.settings().cmee = value, modem.settings().cmee);
      case "+CPIN" -> pin(request);
      case "+CPINR" -> pinTries();
      case "+CLCK" -> lock(request);
      case "+CFUN" ->
          request.isRead() ? Say.ok("+CFUN: " + functionality) : Say.ok("+CFUN: (0,1,4),(0,1)");
      case "+CREG", "+CGREG", "+CEREG" -> registration(request);
      case "+COPS" -> operator(request);
      case "+CSQ" -> Say.ok("+CSQ: " + csq() + ",99");
      case "+CESQ" ->
          Say.ok("+CESQ: 99,99,255,255," + (radio.registered() ? 19 : 255) + "," + cesqRsrp());
      case "+QCSQ" -> vendor("+QCSQ", qcsq());
      case "+QTEMP" -> vendor("+QTEMP", "+QTEMP: \"soc-thermal\",\"38\"");
      case "+CBC" -> Say.ok("+CBC: 0,84,3912");
      case "+CCLK" -> Say.ok("+CCLK: \"" + CLOCK.format(time.now()) + "+00\"");
      case "+UTEMP" -> vendor("+UTEMP", "+UTEMP: 38");
      case "+QPING" -> ping(request);
      case "+UPING" -> pingByUblox(request);
      default -> contexts(request);
    };
  }

  private Say contexts(Request request) {
    Contexts contexts = radio.contexts();
    return switch (request.name()) {
      case "+CGDCONT" -> define(request, contexts);
      case "+CGACT" -> activate(request, contexts);
      case "+CGPADDR" -> Say.ok(contexts.addresses());
      case "+CGATT" ->
          request.isRead() ? Say.ok("+CGATT: " + (contexts.attached() ? 1 : 0)) : Say.cme(4);
      case "+CEER" ->
          Say.ok("+CEER: " + (radio.cause() == 0 ? "No cause" : "EMM cause " + radio.cause()));
      case "+CPAS" -> Say.ok("+CPAS: 0");
      case "+GCAP" -> Say.ok("+GCAP: +CGSM");
      case "+CSCS" -> request.isRead() ? Say.ok("+CSCS: \"GSM\"") : Say.ok();
      case "+CMGF" ->
          setting(
              request, 1, value -> modem.settings().textMode = value, modem.settings().textMode);
      case "+IPR" -> request.isRead() ? Say.ok("+IPR: 115200") : Say.ok();
      default -> Say.cme(4);
    };
  }

  private Say imei(Request request) {
    return switch (request.argument(0)) {
      case "" -> request.isTest() ? Say.ok("+CGSN: (0-3)") : Say.ok(who.imei());
      case "0" -> Say.ok(who.imei());
      case "1" -> Say.ok("+CGSN: \"" + who.imei() + "\"");
      default -> Say.cme(50);
    };
  }

  private Say iccid(Request request) {
    if (!who.has(request.name())) {
      return Say.cme(4);
    }
    return inserted ? Say.ok(request.name() + ": " + slot.subscription().iccid()) : Say.cme(10);
  }

  private Say pin(Request request) {
    if (!inserted) {
      return Say.cme(10);
    }
    if (request.isRead()) {
      return slot.dead() ? Say.cme(13) : Say.ok("+CPIN: " + slot.state());
    }
    if (slot.usable()) {
      return Say.cme(3);
    }
    Optional<Integer> refused =
        slot.state().equals("SIM PUK")
            ? request.argument(1).isEmpty()
                ? Optional.of(12)
                : slot.unblock(request.argument(0), request.argument(1))
            : slot.enterPin(request.argument(0));
    if (refused.isEmpty()) {
      radio.power(radioOn(), slot);
    }
    return refused.map(Say::cme).orElseGet(Say::ok);
  }

  private Say pinTries() {
    return inserted
        ? Say.ok(
            "+CPINR: SIM PIN," + slot.pinTries() + ",3",
            "+CPINR: SIM PUK," + slot.pukTries() + ",10")
        : Say.cme(10);
  }

  private Say lock(Request request) {
    if (!request.argument(0).equals("SC")) {
      return Say.cme(4);
    }
    if (request.argument(1).equals("2")) {
      return Say.ok("+CLCK: " + (slot.pinAsked() ? 1 : 0));
    }
    return slot.ask(request.argument(1).equals("1"), request.argument(2))
        .map(Say::cme)
        .orElseGet(Say::ok);
  }

  private Optional<Say> functionality(Request request) {
    String level = request.argument(0);
    if (!Set.of("0", "1", "4").contains(level)) {
      return Optional.of(Say.cme(50));
    }
    if (request.argument(1).equals("1")) {
      modem.send("\r\nOK\r\n");
      modem.reboot(Duration.ofMillis(300));
      return Optional.empty();
    }
    functionality = Integer.parseInt(level);
    radio.power(radioOn(), card());
    return Optional.of(Say.ok());
  }

  private Say registration(Request request) {
    String name = request.name();
    if (request.isTest()) {
      return Say.ok(name + ": (0-3)");
    }
    if (request.isSet()) {
      String n = request.argument(0);
      if (!n.matches("[0-3]")) {
        return Say.cme(50);
      }
      radio.reports(Integer.parseInt(n));
      return Say.ok();
    }
    int n = radio.reports();
    boolean packet = !name.equals("+CREG");
    return Say.ok(
        name + ": " + n + "," + (packet ? radio.details() : Integer.toString(radio.stat())));
  }

  private Say operator(Request request) {
    if (request.isRead()) {
      int mode = radio.deregistered() ? 2 : 0;
      String shown = modem.settings().copsFormat == 2 ? "00101" : radio.operator().orElse("");
      return Say.ok(
          radio.registered()
              ? "+COPS: " + mode + "," + modem.settings().copsFormat + ",\"" + shown + "\",7"
              : "+COPS: " + mode);
    }
    if (request.isTest()) {
      return Say.ok(
          "+COPS: ("
              + (radio.registered() ? 2 : 1)
              + ",\"Simwright Test\",\"SWTest\",\"00101\",7),,(0-4),(0-2)");
    }
    return switch (request.argument(0)) {
      case "3" -> {
        if (!request.argument(1).matches("[0-2]")) {
          yield Say.cme(50);
        }
        modem.settings().copsFormat = Integer.parseInt(request.argument(1));
        yield Say.ok();
      }
      case "0", "2" -> {
        radio.select(request.argument(0).equals("2"));
        yield Say.ok();
      }
      default -> Say.cme(50);
    };
  }

  private Say define(Request request, Contexts contexts) {
    if (request.isRead()) {
      return Say.ok(contexts.definitions());
    }
    if (!request.isSet() || !request.argument(0).matches("[1-9]|1[0-6]")) {
      return Say.cme(50);
    }
    contexts.define(
        Integer.parseInt(request.argument(0)), request.argument(1), request.argument(2));
    return Say.ok();
  }

  private Say activate(Request request, Contexts contexts) {
    if (request.isRead()) {
      return Say.ok(contexts.states());
    }
    if (!request.argument(1).matches("[0-9]{1,2}")) {
      return Say.cme(50);
    }
    int cid = Integer.parseInt(request.argument(1));
    if (!contexts.defined(cid)) {
      return Say.cme(50);
    }
    if (!radio.registered()) {
      return Say.cme(30);
    }
    if (request.argument(0).equals("1")) {
      contexts.activate(cid);
    } else {
      contexts.deactivate(cid);
    }
    return Say.ok();
  }

  private Say ping(Request request) {
    if (!who.has("+QPING")) {
      return Say.cme(4);
    }
    if (!request.argument(0).matches("[0-9]{1,2}")
        || !radio.contexts().active(Integer.parseInt(request.argument(0)))) {
      return Say.cme(148);
    }
    String host = request.argument(1);
    List<String> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      results.add(
          withoutPing ? "+QPING: 569" : "+QPING: 0,\"" + host + "\",32," + (41 + 7 * i) + ",255");
    }
    results.add(withoutPing ? "+QPING: 0,4,0,4,0,0,0" : "+QPING: 0,4,4,0,41,62,51");
    for (int i = 0; i < results.size(); i++) {
      String result = results.get(i);
      var unused =
          time.after(Duration.ofMillis(60L * (i + 1)), "ping", () -> modem.unsolicited(result));
    }
    return Say.ok();
  }

  private Say pingByUblox(Request request) {
    if (!who.has("+UPING") || !request.isSet()) {
      return Say.cme(4);
    }
    if (!radio.contexts().active(1)) {
      return Say.cme(148);
    }
    String host = request.argument(0);
    for (int i = 1; i <= 4; i++) {
      String result =
          withoutPing
              ? "+UUPINGER: 12"
              : "+UUPING: " + i + ",32,\"" + host + "\",\"192.0.2.1\",55," + (300 + 40 * i);
      var unused = time.after(Duration.ofMillis(80L * i), "ping", () -> modem.unsolicited(result));
    }
    return Say.ok();
  }

  private Say vendor(String name, String line) {
    return who.has(name) ? Say.ok(line) : Say.cme(4);
  }

  private Say setting(Request request, int most, java.util.function.IntConsumer set, int now) {
    if (request.isRead()) {
      return Say.ok(request.name() + ": " + now);
    }
    if (request.isTest()) {
      return Say.ok(request.name() + ": (0-" + most + ")");
    }
    if (!request.argument(0).matches("[0-9]") || Integer.parseInt(request.argument(0)) > most) {
      return Say.cme(50);
    }
    set.accept(Integer.parseInt(request.argument(0)));
    return Say.ok();
  }

  private int csq() {
    return radio.registered() ? Math.clamp((radio.rsrp() + 28 + 113) / 2, 0, 31) : 99;
  }

  private int cesqRsrp() {
    return radio.registered() ? Math.clamp(radio.rsrp() + 141, 0, 97) : 255;
  }

  private String qcsq() {
    return radio.registered()
        ? "+QCSQ: \"LTE\"," + (radio.rsrp() + 28) + "," + radio.rsrp() + ",171,-11"
        : "+QCSQ: \"NOSERVICE\"";
  }
}
