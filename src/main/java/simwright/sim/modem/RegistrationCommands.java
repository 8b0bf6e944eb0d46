package simwright.sim.modem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import simwright.sim.network.Operator;

/// Functionality, registration and operators (3GPP TS 27.007 clauses 7.2, 7.3, 8.2, 10.1).
final class RegistrationCommands implements Group {
  private final Board board;
  private final Random random;
  private int functionality = 1;

  RegistrationCommands(Board board, Random random) {
    this.board = board;
    this.random = random;
  }

  /// The modem starts with full functionality.
  void on() {
    functionality = 1;
  }

  boolean radioOn() {
    return functionality == 1;
  }

  /// Radio and card are off.
  boolean minimum() {
    return functionality == 0;
  }

  @Override
  public Optional<Say> answer(Request request) {
    Registrations registrations = board.radio().registrations();
    return switch (request.name()) {
      case "+CFUN" -> Optional.of(functionality(request));
      case "+CREG", "+CGREG", "+CEREG" -> Optional.of(registration(request));
      case "+C5GREG" ->
          board.who().has("registration", "+C5GREG")
              ? Optional.of(registration(request))
              : Optional.empty();
      case "+COPS" -> Optional.of(operator(request));
      case "+COPN" ->
          Optional.of(
              Say.ok(
                  Operator.ALL.stream()
                      .map(each -> "+COPN: \"" + each.plmn() + "\",\"" + each.name() + "\"")
                      .toList()));
      case "+CEER" -> Optional.of(Say.ok("+CEER: " + reason(registrations) + context()));
      case "+WS46" -> Optional.of(request.isRead() ? Say.ok("28") : Say.ok());
      default -> Optional.empty();
    };
  }

  /// Why the network last refused a context.
  private String context() {
    int cause = board.contexts().cause();
    return cause == 0 ? "" : ", ESM cause " + cause;
  }

  private static String reason(Registrations registrations) {
    String card =
        registrations.statusWord() == 0x9000
            ? ""
            : String.format(Locale.ROOT, ", card %04X", registrations.statusWord());
    return registrations.cause() == 0
        ? registrations.stat() == 3 ? "Authentication rejected" : "No cause"
        : "EMM cause " + registrations.cause() + card;
  }

  private Say functionality(Request request) {
    if (request.isRead()) {
      return Say.ok("+CFUN: " + functionality);
    }
    if (request.isTest()) {
      return Say.ok("+CFUN: (0,1,4),(0,1)");
    }
    boolean known =
        request.argument(0).matches("[014]")
            && request.argument(1).matches("0?")
            && request.arguments().size() <= 2;
    if (!known) {
      return Say.cme(50);
    }
    int before = functionality;
    functionality = Integer.parseInt(request.argument(0));
    if (functionality == before) {
      return Say.ok();
    }
    if (before == 0) {
      board.radio().power(false, Optional.empty());
      board
          .slots()
          .read(
              board.who().simulator().habits().cardBusy(),
              () -> board.radio().power(radioOn(), board.slots().card()));
    } else {
      board.radio().power(radioOn(), board.slots().card());
    }
    return Say.ok();
  }

  private Say registration(Request request) {
    Registrations registrations = board.radio().registrations();
    String name = request.name();
    if (request.isTest()) {
      return Say.ok(name + ": (0-3)");
    }
    if (request.isSet()) {
      if (!request.argument(0).matches("[0-3]")) {
        return Say.cme(50);
      }
      registrations.reports(name, Integer.parseInt(request.argument(0)));
      return Say.ok();
    }
    return Say.ok(name + ": " + registrations.reports(name) + "," + registrations.details(name));
  }

  private Say operator(Request request) {
    if (request.isTest()) {
      if (!radioOn()) {
        return Say.cme(3);
      }
      board.radio().scan(true);
      return Say.later(
          Radio.scanTime(board.who().simulator().habits().scan(), random), true, this::scanned);
    }
    if (request.isRead()) {
      return Say.ok("+COPS: " + board.radio().selection().number() + current());
    }
    return switch (request.argument(0)) {
      case "0", "2" -> {
        board
            .radio()
            .select(
                request.argument(0).equals("2") ? Radio.Selection.NONE : Radio.Selection.AUTOMATIC,
                "");
        yield Say.ok();
      }
      case "1", "4" -> manual(request.argument(2));
      case "3" -> format(request.argument(1));
      default -> Say.cme(50);
    };
  }

  private String current() {
    int format = board.settings().copsFormat;
    return board
        .radio()
        .operator()
        .map(each -> "," + format + ",\"" + shown(each, format) + "\",7")
        .orElse("");
  }

  private static String shown(Operator operator, int format) {
    return switch (format) {
      case 0 -> operator.name();
      case 1 -> operator.shortName();
      default -> operator.plmn();
    };
  }

  private Say format(String format) {
    if (!format.matches("[0-2]")) {
      return Say.cme(50);
    }
    board.settings().copsFormat = Integer.parseInt(format);
    return Say.ok();
  }

  private Say manual(String wanted) {
    for (Operator each : Operator.ALL) {
      if (List.of(each.plmn(), each.name(), each.shortName()).contains(wanted)) {
        board.radio().select(Radio.Selection.MANUAL, each.plmn());
        return Say.later(Duration.ofSeconds(2), false, this::chosen);
      }
    }
    return Say.cme(50);
  }

  private Say chosen() {
    return board.radio().registered() ? Say.ok() : Say.cme(30);
  }

  private Say scanned() {
    board.radio().scan(false);
    List<String> found = new ArrayList<>();
    for (Operator each : board.radio().operators()) {
      boolean here = board.radio().operator().filter(each::equals).isPresent();
      boolean forbidden =
          board.slots().card().filter(card -> card.files().forbidden(each.plmn())).isPresent();
      found.add(
          String.format(
              Locale.ROOT,
              "(%d,\"%s\",\"%s\",\"%s\",7)",
              here ? 2 : forbidden ? 3 : 1,
              each.name(),
              each.shortName(),
              each.plmn()));
    }
    found.add("");
    return Say.ok("+COPS: " + String.join(",", found) + ",(0-4),(0-2)");
  }
}
