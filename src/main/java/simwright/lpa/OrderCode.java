package simwright.lpa;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Question;
import simwright.euicc.ConfirmationCode;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.ActivationCode;
import simwright.tlv.Octets;

/// The confirmation code of an order: asked for when the server wants it, kept in memory for the
/// tries of one job, and asked for again after a wrong one. Wrong ones are counted over all jobs;
/// the one that would use up the order, where it is one of those that allow three, is never sent by
/// itself.
final class OrderCode {
  static final String WRONG = "wrong";

  private static final FaultCode REFUSED = new FaultCode("es9+", "8.2.7-3.8");
  private static final Duration PERSON = Duration.ofMinutes(5);

  /// How many wrong codes most servers take.
  private static final int USUAL = 3;

  private final Flow flow;
  private final Intents intents;
  private final ActivationCode order;
  private Optional<char[]> code;
  private boolean warned;

  OrderCode(Flow flow, Intents intents, ActivationCode order, Optional<char[]> given) {
    this.flow = flow;
    this.intents = intents;
    this.order = order;
    this.code = given.map(char[]::clone);
  }

  /// What is known to come is settled before the server is met, as each meeting costs the order one
  /// of its attempts: a code that nobody can give, and one that may be the last.
  void beforehand() {
    int wrong = intents.wrongCodes(order);
    boolean needed = order.confirmationNeeded() || wrong > 0;
    if (needed && code.isEmpty() && !flow.attendant().isThere()) {
      throw new Fault(LpaCodes.CODE_NEEDED, "asking for the code", flow.device());
    }
    last(wrong);
  }

  /// The hash for a transaction; asks where there is no code yet.
  Octets hash(Octets transaction) {
    if (code.isEmpty()) {
      code = ask(intents.wrongCodes(order));
    }
    char[] there =
        code.orElseThrow(
            () -> new Fault(LpaCodes.CODE_NEEDED, "asking for the code", flow.device()));
    last(intents.wrongCodes(order));
    return ConfirmationCode.hash(there, transaction);
  }

  /// Before what may be the last try of the order a person must say so.
  private void last(int wrong) {
    if (wrong < USUAL - 1 || warned) {
      return;
    }
    warned = true;
    boolean sure =
        flow.attendant()
            .ask(
                Question.Consent.inPerson(
                        "Send what may be the last code?",
                        told(wrong) + " If this one is wrong, too, the order may be lost.",
                        "Send the code",
                        PERSON)
                    .by(Question.Consent.LAST_CODE))
            .orElse(false);
    if (!sure) {
      boolean alone = !flow.attendant().isThere();
      throw new Fault(
          LpaCodes.LAST_CODE,
          "asking whether to send the code",
          flow.device(),
          told(wrong) + (alone ? " Nobody is there to confirm." : " It was not confirmed."),
          null);
    }
  }

  /// Whether the fault was a wrong code and there is another one now; a person is asked while more
  /// than one try is left.
  boolean again(Fault fault) {
    if (!fault.code().equals(REFUSED)) {
      return false;
    }
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("subject", Intents.subject(order));
    flow.stage(Stage.CONFIRMATION_CODE, WRONG, with);
    forget();
    int wrong = intents.wrongCodes(order);
    if (wrong >= USUAL - 1) {
      return false;
    }
    code = ask(wrong);
    return code.isPresent();
  }

  private Optional<char[]> ask(int wrong) {
    return flow.attendant()
        .ask(
            new Question.Secret(
                "Confirmation code",
                "The operator asks for the confirmation code of this order."
                    + (wrong == 0 ? "" : " " + told(wrong)),
                PERSON));
  }

  private static String told(int wrong) {
    return (wrong == 1 ? "A wrong code was" : wrong + " wrong codes were")
        + " sent for it from here so far. Most servers close an order after "
        + USUAL
        + ".";
  }

  /// Nothing of it is left in memory.
  void forget() {
    code.ifPresent(each -> Arrays.fill(each, '\0'));
    code = Optional.empty();
  }
}
