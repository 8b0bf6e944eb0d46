package simwright.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import simwright.job.DeviceDone;
import simwright.job.Job;
import simwright.kpi.Figure;
import simwright.kpi.Measure;
import simwright.quota.Counted;
import simwright.quota.CounterSeries;
import simwright.quota.DataReport;
import simwright.quota.RulesFile;
import simwright.quota.Sessions;
import simwright.ui.data.DataSource;

/// Made-up counters of a handset that streams too much after a switch, or none at all.
record DemoData(DemoParts demo) implements DataSource {
  @Override
  public DataReport report(int days) {
    Instant now = Instant.parse("2026-11-22T18:00:00Z");
    List<Counted> readings = demo.devices.get().isEmpty() ? List.of() : readings(now);
    return DataReport.of(
        RulesFile.shipped(),
        CounterSeries.uses(readings),
        List.of(),
        now.minus(Duration.ofDays(days)),
        now,
        ZoneOffset.UTC);
  }

  private static List<Counted> readings(Instant now) {
    List<Counted> all = new ArrayList<>();
    int hours = 60;
    long maps = 0;
    long video = 0;
    for (int i = 0; i <= hours; i++) {
      Instant at = now.minus(Duration.ofHours(hours - i));
      boolean abroad = i >= 48;
      String profile = abroad ? "TRAVEL-EU-2026" : "PROD-FR-PARIS-2026";
      maps += 1_500_000 + i % 5 * 200_000;
      video += i == 52 ? 900_000_000 : 40_000_000 + i % 7 * 9_000_000;
      all.add(
          new Counted(
              at, "Pixel 8", profile, "com.google.android.apps.maps", 1, maps, true, i == 30));
      all.add(
          new Counted(
              at, "Pixel 8", profile, "com.google.android.youtube", 1, video, true, i == 30));
    }
    return all;
  }

  @Override
  public DeviceDone done(String device, int days) {
    Instant now = Instant.parse("2026-11-22T18:00:00Z");
    return new DeviceDone(
        device,
        now.minus(Duration.ofDays(days)),
        now,
        List.of(
            new Figure.Values(Measure.SWITCH_LATENCY, "", List.of(4.2, 5.1, 9.8)),
            new Figure.Share(Measure.ACTIVATION, 19, 20),
            new Figure.Count(Measure.SESSION_DROPS, 2),
            new Figure.Values(Measure.THROUGHPUT, "TRAVEL-EU-2026", List.of(812.0)),
            new Figure.Untold(Measure.HANDOVER_FAILURES, "no device tells its hand-overs")),
        new Sessions(412, 1),
        Map.of("PROD-FR-PARIS-2026", 3_100_000_000L, "", 12_000L));
  }

  @Override
  public Job<?> hold(String device) {
    return demo.job("data.hold", device);
  }

  @Override
  public Job<?> sample(String device) {
    return demo.job("data.sample", device);
  }
}
