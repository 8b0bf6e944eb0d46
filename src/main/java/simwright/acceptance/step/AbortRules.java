package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.device.Charge;
import simwright.device.Told;
import simwright.fault.Fault;
import simwright.time.Deadline;

/// When a drill is broken off whatever it shows, and does not even begin: the battery below
/// `battery_least` percent, the device hotter than `celsius_most`; what the device does not tell
/// breaks nothing off. A switch that is under way is finished first.
final class AbortRules {
  static final String BATTERY = "battery_least";
  static final String HEAT = "celsius_most";
  static final Set<String> PARAMETERS = Set.of(BATTERY, HEAT);

  /// At 15 % nothing is switched any more, not even home.
  private static final int LEAST = 20;

  private static final int FULL = 100;
  private static final int HOTTEST = 125;
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final StepContext context;
  private Optional<Deadline> next = Optional.empty();

  AbortRules(StepContext context) {
    this.context = context;
  }

  /// Why they cannot be used; empty where they can.
  static Optional<String> objection(Parameters with) {
    return fits(with, BATTERY, LEAST, FULL).or(() -> fits(with, HEAT, 1, HOTTEST));
  }

  private static Optional<String> fits(Parameters with, String name, int least, int most) {
    double value = with.number(name, Double.NaN);
    return with.has(name) && !(value >= least && value <= most)
        ? Optional.of(name + " is " + least + " to " + most)
        : Optional.empty();
  }

  /// Which rule holds now, in words; asked of the device every two seconds at most.
  Optional<String> broken() {
    if (next.filter(each -> !each.passed()).isPresent()) {
      return Optional.empty();
    }
    next = Optional.of(context.time().deadline(EVERY));
    return battery().or(this::heat);
  }

  /// It is broken off.
  static Found stopped(String why, Map<String, Double> values) {
    return Found.failed(
        Outcome.STOPPED,
        "broken off by the drill's own rule: " + why,
        Optional.of(AcceptanceCodes.ABORT_RULE),
        values);
  }

  private Optional<String> battery() {
    double least = context.with().number(BATTERY, 0);
    return told(BATTERY, _ -> Charge.percent(context.device(), context.cancel()))
        .filter(percent -> percent < least)
        .map(percent ->
            "the battery is at " + percent + " %, and " + Limit.number(least) + " % is the least");
  }

  private Optional<String> heat() {
    double most = context.with().number(HEAT, 0);
    return told(HEAT, _ -> celsius())
        .filter(celsius -> celsius > most)
        .map(celsius ->
            "the device is at "
                + Limit.number(celsius)
                + " °C, and "
                + Limit.number(most)
                + " °C is the most");
  }

  /// Asked only where there is a rule; a device that is busy with its card tells nothing now.
  private <T> Optional<T> told(String rule, Function<String, Optional<T>> ask) {
    if (!context.with().has(rule)) {
      return Optional.empty();
    }
    try {
      return ask.apply(rule);
    } catch (Fault mute) {
      context.cancel().check("asking for battery and temperature", context.device().id());
      if (OnCard.bench(mute)) {
        throw mute;
      }
      return Optional.empty();
    }
  }

  private Optional<Double> celsius() {
    Optional<Double> known = context.device().view().get().snapshot().temperatureCelsius().value();
    return context.device().profile().slot("temperature").isEmpty()
        ? known
        : context
            .device()
            .talk(
                context.cancel(),
                engine -> Told.by(engine, context.device().profile(), "temperature", Double.class))
            .value();
  }
}
