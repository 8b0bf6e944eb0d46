package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.RunTools;
import simwright.acceptance.Silence;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// What the steps on the card have in common: whose profile is meant, and what a refusal says of
/// whom.
final class OnCard {
  private OnCard() {}

  /// The profile that the step named by parameter `profile` has met.
  static Optional<Iccid> profile(StepContext context) {
    return context.tools().met(context.with().text("profile", "")).map(RunTools.Met::iccid);
  }

  /// No earlier step has met it.
  static Found unmet(StepContext context) {
    return Found.failed(
        Outcome.ERROR,
        "no step has met the profile of '" + context.with().text("profile", "") + "'",
        Optional.of(AcceptanceCodes.NO_PROFILE),
        Map.of());
  }

  /// Why a parameter `profile` is needed, where it is missing.
  static Optional<String> named(Parameters with) {
    return with.text("profile", "").isEmpty()
        ? Optional.of("profile names the step that downloads or finds it")
        : Optional.empty();
  }

  /// What the card or the network refuses, and what a server refuses as it does not want this card,
  /// is the device's result; a broken link, a server that cannot be had, and an order it does not
  /// take stay bench errors, what does not answer in time a time-out, and a person's stop a stop.
  static Found judged(Supplier<Found> act) {
    try {
      return act.get();
    } catch (Fault fault) {
      if (bench(fault) || elsewhere(fault.code())) {
        throw fault;
      }
      return Found.failed(
          Outcome.FAIL,
          "refused while " + fault.doing() + fault.evidence().map(why -> ": " + why).orElse(""),
          Optional.of(fault.code()),
          Map.of());
    }
  }

  /// Whether it is of the way to a server, or of a server and its order. Subjects 8.1 and below are
  /// the eUICC's (SGP.22 clause 5.2.6.1).
  private static boolean elsewhere(FaultCode code) {
    boolean refusal = Set.of("es9+", "es11").contains(code.layer());
    boolean card = code.code().startsWith("8.1-") || code.code().startsWith("8.1.");
    return code.layer().equals("rsp") || refusal && !card;
  }

  /// Whether it is no refusal: a broken link, the bench itself, no answer in time, a person's stop.
  static boolean bench(Fault fault) {
    return Set.of("link", "store", "acceptance", "lab").contains(fault.code().layer())
        || Silence.is(fault.code())
        || fault.code().equals(Cancel.CANCELLED);
  }
}
