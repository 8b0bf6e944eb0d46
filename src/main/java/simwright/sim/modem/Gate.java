package simwright.sim.modem;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// What refuses a command before its subject is asked: a form that it has not, minimum
/// functionality, a card that is being read, is locked or dead (3GPP TS 27.007 clauses 7.4, 8.2 and
/// 9.2; TS 27.005 clause 3.2.5).
final class Gate {
  private static final Set<String> ACTIONS =
      Set.of(
          "+CSQ", "+CESQ", "+CIMI", "+CNUM", "+CEER", "+CPAS", "+CLCC", "+COPN", "+CGMI", "+CGMM",
          "+CGMR", "+GMI", "+GMM", "+GMR");

  /// Those that wait for the PIN; the standard names those that do not.
  private static final Pattern LOCKED =
      Pattern.compile(
          "\\+C(?:IMI|RSM|SIM|LCK|PWD|NUM|CHO|GLA|CHC|PB[RSW]|USD|OPN|PSMS|EDRXS)"
              + "|\\+CG(?:DCONT|DSCONT|ACT|ATT|PADDR|CONTRDP|AUTH|EREP|DATA)");

  private static final Pattern MESSAGES = Pattern.compile("\\+CMG[CDLRSW]|\\+CMSS|\\+CPMS|\\+CSCA");

  private final Board board;
  private final BooleanSupplier minimum;

  /// `minimum` tells whether radio and card are off (+CFUN=0).
  Gate(Board board, BooleanSupplier minimum) {
    this.board = board;
    this.minimum = minimum;
  }

  /// The refusal, where there is one.
  Optional<Say> refused(Request request) {
    if (ACTIONS.contains(request.name()) && (request.isRead() || request.isSet())) {
      return Optional.of(Say.cme(request.isRead() ? 4 : 50));
    }
    Slots here = board.slots();
    boolean message = MESSAGES.matcher(request.name()).matches();
    boolean touches = message || CardCommands.touches(board.who(), request.name());
    if (here.card().isEmpty() || request.isTest()) {
      return Optional.empty();
    }
    if (touches && (minimum.getAsBoolean() || here.own().dead())) {
      return Optional.of(message ? Say.cms(313) : Say.cme(13));
    }
    if (touches && here.busy()) {
      return Optional.of(message ? Say.cms(314) : Say.cme(14));
    }
    boolean waits = touches || LOCKED.matcher(request.name()).matches();
    if (!waits || here.busy() || here.own().usable() || asksForThePin(request)) {
      return Optional.empty();
    }
    boolean puk = here.own().state().equals("SIM PUK");
    return Optional.of(message ? Say.cms(puk ? 316 : 311) : Say.cme(puk ? 12 : 11));
  }

  private static boolean asksForThePin(Request request) {
    return request.name().equals("+CPIN") || request.name().equals("+CPINR");
  }
}
