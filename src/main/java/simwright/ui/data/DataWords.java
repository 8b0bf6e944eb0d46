package simwright.ui.data;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import simwright.quota.Anomaly;
import simwright.quota.Budget;
import simwright.quota.Forecast;
import simwright.quota.ProfileSwitch;
import simwright.quota.Proposal;
import simwright.quota.RoamingIncident;
import simwright.quota.TrafficClass;
import simwright.quota.Volume;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// What data says, in the words of the screen.
record DataWords(DateTimeFormatter when) {
  private static final int MUCH = 80;

  static State state(Budget budget) {
    return budget.used() >= budget.cap()
        ? State.FAIL
        : budget.percent() >= MUCH ? State.MARGINAL : State.PASS;
  }

  static String name(Budget budget) {
    return budget
        .traffic()
        .map(each -> Text.format("data.today", traffic(Optional.of(each))))
        .orElseGet(() -> DeviceText.literal(budget.profile()));
  }

  static String used(Budget budget) {
    return Text.format(
        budget.atLeast() ? "data.used.least" : "data.used",
        Volume.words(budget.used()),
        Volume.words(budget.cap()),
        budget.percent());
  }

  static String traffic(Optional<TrafficClass> traffic) {
    return traffic
        .map(each -> Text.of("data.class." + each.key()))
        .orElseGet(() -> Text.of("data.class.none"));
  }

  static String app(String app) {
    return app.isEmpty() ? Text.of("data.whole") : DeviceText.literal(app);
  }

  String forecast(Budget budget) {
    return switch (budget.forecast()) {
      case Forecast.Refused(String why, int _) ->
          Text.format("data.forecast.refused", DeviceText.literal(why));
      case Forecast.Reached(var at) -> Text.format("data.forecast.reached", when.format(at));
      case Forecast.Expected soon ->
          soon.expected()
              .map(at ->
                  Text.format(
                      "data.forecast.end",
                      when.format(at),
                      soon.earliest().map(when::format).orElseGet(() -> Text.of("data.holds")),
                      soon.latest().map(when::format).orElseGet(() -> Text.of("data.holds")),
                      soon.n()))
              .orElseGet(() ->
                  Text.format(
                      "data.forecast.holds",
                      soon.earliest().map(when::format).orElseGet(() -> Text.of("data.never")),
                      soon.n()));
    };
  }

  String anomaly(Anomaly one) {
    return Text.format(
        "data.anomaly",
        when.format(one.until()),
        DeviceText.literal(one.device()),
        app(one.app()),
        Volume.words(one.bytes()),
        Volume.words(one.usual()),
        one.n(),
        one.after().map(each -> Text.format("data.after", each.before(), each.now())).orElse(""));
  }

  String changed(ProfileSwitch one) {
    return Text.format(
        "data.switch",
        when.format(one.until()),
        DeviceText.literal(one.device()),
        DeviceText.literal(one.before()),
        DeviceText.literal(one.now()));
  }

  String roaming(RoamingIncident one) {
    return Text.format(
        "data.roaming",
        when.format(one.from()),
        DeviceText.literal(one.device()),
        DeviceText.literal(one.profile()),
        Volume.words(one.bytes()));
  }

  static String proposal(Proposal one) {
    String key =
        switch (one.act()) {
          case HOLD_BACK -> "data.hold-back";
          case COMPRESS -> "data.compress";
        };
    return Text.format(key, traffic(Optional.of(one.traffic())), DeviceText.literal(one.device()));
  }
}
