package simwright.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Losses of service as policies saw them, and how long until a profile served again. What a drill
/// did on purpose is none.
final class Drops implements Tally {
  private static final Set<String> TROUBLES = Set.of("no-service", "rejected", "ping-loss");
  private static final Set<String> SERVING = Set.of("steady", "failed-over");

  private final List<Double> recovered = new ArrayList<>();
  private Optional<Row> lost = Optional.empty();
  private boolean watched;
  private long drops;

  @Override
  public void take(Row row) {
    if (row.text("device").isEmpty() || !row.kind().startsWith("failover.")) {
      return;
    }
    var content = row.fields().path("content");
    if (content.path("id").asText().startsWith("drill-")) {
      return;
    }
    if (row.kind().equals("failover.carried-out")) {
      if (content.path("outcome").asText().equals("switched")) {
        serves(row);
      }
    } else if (row.kind().equals("failover.decided")) {
      watched = true;
      boolean served = SERVING.contains(content.path("before").asText());
      boolean serves = SERVING.contains(content.path("after").asText());
      if (served && !serves && TROUBLES.contains(content.path("trigger").asText())) {
        drops++;
        lost = Optional.of(row);
      } else if (serves) {
        serves(row);
      }
    }
  }

  private void serves(Row row) {
    lost.ifPresent(earlier -> recovered.add(row.after(earlier)));
    lost = Optional.empty();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        watched
            ? new Figure.Count(Measure.SESSION_DROPS, drops)
            : new Figure.Untold(
                Measure.SESSION_DROPS, "no policy looked after the device in this time"),
        new Figure.Values(Measure.TIME_TO_RECOVER, "", recovered));
  }
}
