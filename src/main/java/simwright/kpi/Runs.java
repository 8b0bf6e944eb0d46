package simwright.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What runs measured on the device: round trips, and rates by the profile that was in use when its
/// counters were read last.
final class Runs implements Tally {
  private final Set<String> own = new HashSet<>();
  private final List<Double> roundTrips = new ArrayList<>();
  private final Map<String, List<Double>> rates = new TreeMap<>();
  private String profile = "";

  @Override
  public void take(Row row) {
    JsonNode content = row.fields().path("content");
    switch (row.kind()) {
      case "acceptance.run.started" -> own.add(row.text("run"));
      case "data.counted" -> profile = content.path("counters").path(0).path("profile").asText();
      case "lpa.stage" -> {
        if (row.text("stage").equals("enable")) {
          // from here on another profile carries what is measured, until it is read which
          profile = "";
        }
      }
      case "acceptance.step.finished" -> {
        if (own.contains(row.text("run"))) {
          measured(content);
        }
      }
      default -> {
        // nothing was measured
      }
    }
  }

  /// Whether a run was of the device.
  boolean ran(String run) {
    return own.contains(run);
  }

  private void measured(JsonNode content) {
    String kind = content.path("kind").asText();
    for (JsonNode each : content.path("measured")) {
      String value = each.path("value").asText();
      String name = each.path("name").asText();
      if (kind.equals("ping") && name.equals("round-trip") && !value.isEmpty()) {
        roundTrips.add(Double.parseDouble(value));
      } else if (kind.equals("transfer") && name.equals("rate") && !value.isEmpty()) {
        rates.computeIfAbsent(profile, _ -> new ArrayList<>()).add(Double.parseDouble(value));
      }
    }
  }

  @Override
  public List<Figure> figures() {
    List<Figure> all = new ArrayList<>();
    all.add(new Figure.Values(Measure.DATA_LATENCY, "", roundTrips));
    if (rates.isEmpty()) {
      all.add(new Figure.Values(Measure.THROUGHPUT, "", List.of()));
    }
    rates.forEach((of, values) -> all.add(new Figure.Values(Measure.THROUGHPUT, of, values)));
    return List.copyOf(all);
  }
}
