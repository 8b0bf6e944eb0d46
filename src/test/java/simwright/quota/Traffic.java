package simwright.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Counters of a made-up device, turned on hour by hour.
final class Traffic {
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private final List<Counted> readings = new ArrayList<>();
  private final String app;
  private String profile = "PROD-FR-PARIS-2026";
  private boolean roaming;
  private long received;
  private Instant at = START;

  Traffic(String app) {
    this.app = app;
    read();
  }

  Traffic on(String now) {
    profile = now;
    return this;
  }

  Traffic roaming(boolean now) {
    roaming = now;
    return this;
  }

  Traffic hours(int hours, long bytesEach) {
    for (int i = 0; i < hours; i++) {
      at = at.plus(Duration.ofHours(1));
      received += bytesEach;
      read();
    }
    return this;
  }

  Traffic restart() {
    received = 0;
    return this;
  }

  Instant now() {
    return at;
  }

  List<Use> uses() {
    return CounterSeries.uses(readings);
  }

  private void read() {
    readings.add(new Counted(at, "ec25", profile, app, 0, received, true, roaming));
  }
}
