package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;

/// A drill's round: after the trouble that the step `trouble` has made, the device is watched, a
/// policy (`policy`, or the first that knows the country here) decides which profile it is to use,
/// and that is carried out and proven, while an application session goes on: requests over the
/// stream that the step `flow` opened, else pings to `host`, one after the other, each repeated
/// until it is answered. `load: yes` sends them beside everything else, `no` only to look and at
/// the end. `home` names the step that met the profile to come home to. With `order` nothing is
/// staged: a profile is fetched when there is no other way, each round with the next test order
/// from this number on. `returns: yes` is of a trouble that passes by itself, so that the profile
/// in use may serve again without a switch. The drill is given up `abort_s` seconds after the
/// trouble began, and broken off by `battery_least` (percent) and `celsius_most`, where the device
/// tells them. Measures in seconds since the trouble: `payload`, to the first request that the new
/// profile answered; and its parts: `detect` to the first sign, `decide` from there to the
/// decision, `provision` to the profile fetched, `switch` to the profile in use on the card,
/// `register` to the network. Requests `repeated` and `lost`, transport sessions lost with their
/// address (`transport`), application sessions resumed within `resume_s` (`resumed`), `tries` to
/// switch, and `fetches` that were begun.
public final class FailoverStep implements Step {
  static final double ABORT = 240;
  static final double RESUME = 120;

  @Override
  public String kind() {
    return "failover";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(
        "policy",
        "home",
        "trouble",
        "load",
        "host",
        "flow",
        "abort_s",
        "resume_s",
        "order",
        "returns",
        AbortRules.BATTERY,
        AbortRules.HEAT);
  }

  @Override
  public Set<String> earlier() {
    return Set.of("home", "trouble", "flow");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (!with.has("home") || !with.has("trouble") || !with.has("abort_s")) {
      return Optional.of(
          "home, trouble and abort_s must be given: a drill declares its way home and when it is"
              + " given up");
    }
    if (!within(with, "abort_s", ABORT) || !within(with, "resume_s", RESUME)) {
      return Optional.of("abort_s and resume_s are 1 to 3600 seconds");
    }
    for (String choice : List.of("load", "returns")) {
      if (!Set.of("yes", "no").contains(with.text(choice, "no"))) {
        return Optional.of(choice + " is yes or no");
      }
    }
    return Orders.objection(with)
        .or(() -> AbortRules.objection(with))
        .or(() -> new PingStep().objection(with));
  }

  private static boolean within(Parameters with, String name, double usual) {
    double value = with.number(name, usual);
    return value >= 1 && value <= 3600;
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.ofEntries(
        Map.entry("payload", "s"),
        Map.entry("detect", "s"),
        Map.entry("decide", "s"),
        Map.entry("provision", "s"),
        Map.entry("switch", "s"),
        Map.entry("register", "s"),
        Map.entry("repeated", "requests"),
        Map.entry("lost", "requests"),
        Map.entry("transport", "sessions"),
        Map.entry("resumed", "sessions"),
        Map.entry("tries", "switches"),
        Map.entry("fetches", "downloads"));
  }

  @Override
  public List<Change> changes(Parameters with) {
    Change enables =
        new Change("enables the profile that the policy decides on", Change.Weight.SWITCHES);
    return with.has("order")
        ? List.of(
            new Change("downloads the profile of a test order", Change.Weight.ORDERS), enables)
        : List.of(enables);
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return Set.of("the profile of '" + with.text("home", "") + "' out of use");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> new Switchover(context).found());
  }
}
