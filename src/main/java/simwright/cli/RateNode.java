package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Measurement;
import simwright.rollout.Rate;
import simwright.rollout.Spread;

/// Rates and spreads as JSON, each with its n and its interval.
final class RateNode {
  private RateNode() {}

  static Map<String, Object> of(Rate rate) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("hits", rate.hits());
    node.put("n", rate.n());
    node.put("share", rate.empty() ? null : rate.share());
    node.put("least", rate.least());
    node.put("most", rate.most());
    node.put("words", rate.words());
    return node;
  }

  static Map<String, Object> of(Spread spread) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("n", spread.n());
    node.put("least", spread.least());
    node.put("median", spread.median());
    node.put("most", spread.most());
    node.put("low", spread.low().orElse(null));
    node.put("high", spread.high().orElse(null));
    return node;
  }

  static Map<String, Object> of(Measurement measurement) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("plan", measurement.plan());
    node.put("step", measurement.step());
    node.put("name", measurement.name());
    node.put("unit", measurement.unit());
    return node;
  }

  static Map<String, Object> of(Limit limit) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("least", limit.least().orElse(null));
    node.put("most", limit.most().orElse(null));
    node.put("marginal", limit.marginal());
    return node;
  }

  static List<Map<String, Object>> of(List<Limit> limits) {
    return limits.stream().map(RateNode::of).toList();
  }

  static @Nullable Map<String, Object> of(Optional<Spread> spread) {
    return spread.map(RateNode::of).orElse(null);
  }
}
