package simwright.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.time.HandTime;

/// Figures come from what the book holds, of one device and one span of time, each with its n.
class DeviceFiguresTest {
  private static final String DEVICE = "serial:/dev/ttyUSB2";
  private static final Iccid PARIS = new Iccid("8988211000000000012");
  private static final Iccid HOME = new Iccid("8988211000000000020");

  private final HandTime time = new HandTime(Instant.parse("2026-11-22T08:00:00Z"));
  private final HandBook book = new HandBook(time);
  private final Map<Measure, List<Figure>> figures = new HashMap<>();

  @Test
  void aDownloadAndItsActivationAreTimedByTheirStages() {
    stage("j1", "intent", "begun", Map.of("kind", "download"));
    time.advance(Duration.ofSeconds(2));
    stage("j1", "consent", "done", Map.of());
    time.advance(Duration.ofSeconds(30));
    stage("j1", "installation", "done", Map.of("iccid", PARIS));
    time.advance(Duration.ofSeconds(8));
    switched("j2", PARIS, 5, true);
    switched("j3", HOME, 70, true);
    switched("j4", PARIS, 3, false);
    stage("j5", "intent", "begun", Map.of("kind", "download"));
    stage("j5", "stopped", "failed", Map.of("code", "es9+/8.2.6-3.8"));
    read();
    assertEquals(List.of(30.0), values(Measure.INSTALL_LATENCY));
    assertEquals(List.of(45.0), values(Measure.TIME_TO_ACTIVATE));
    assertEquals(List.of(5.0, 70.0), values(Measure.SWITCH_LATENCY));
    assertEquals(share(Measure.ACTIVATION, 2, 3), only(Measure.ACTIVATION));
    assertEquals(share(Measure.ACTIVATION_60, 1, 3), only(Measure.ACTIVATION_60));
    assertEquals(share(Measure.REGISTRATION, 2, 3), only(Measure.REGISTRATION));
    assertEquals(share(Measure.INSTALLS, 1, 2), only(Measure.INSTALLS));
  }

  @Test
  void aSwitchThatTheCardRefusedIsNoRegistration() {
    stage("j1", "intent", "begun", Map.of("kind", "enable", "iccid", PARIS));
    read();
    assertEquals(share(Measure.ACTIVATION, 0, 1), only(Measure.ACTIVATION));
    assertEquals(share(Measure.REGISTRATION, 0, 0), only(Measure.REGISTRATION));
  }

  @Test
  void lossesOfServiceAreThoseThatNoDrillMade() {
    decided("w.1", "steady", "suspect", "no-service");
    time.advance(Duration.ofSeconds(6));
    decided("w.2", "suspect", "switching", "no-service");
    time.advance(Duration.ofSeconds(14));
    carriedOut("w.2", "switched");
    decided("w.3", "failed-over", "suspect", "ping-loss");
    time.advance(Duration.ofSeconds(3));
    decided("w.4", "suspect", "failed-over", "ping-loss");
    decided("w.5", "failed-over", "switching", "manual");
    decided("drill-x.1", "steady", "suspect", "no-service");
    read();
    assertEquals(new Figure.Count(Measure.SESSION_DROPS, 2), only(Measure.SESSION_DROPS));
    assertEquals(List.of(20.0, 3.0), values(Measure.TIME_TO_RECOVER));
  }

  @Test
  void whatNobodyLookedAfterIsNotToldAsNone() {
    read();
    assertInstanceOf(Figure.Untold.class, only(Measure.SESSION_DROPS));
    assertInstanceOf(Figure.Untold.class, only(Measure.HANDOVER_FAILURES));
    assertEquals(List.of(), values(Measure.DATA_LATENCY));
  }

  @Test
  void ratesAreOfTheProfileThatWasInUse() {
    run("r1", DEVICE);
    counted("PROD-FR-PARIS-2026");
    step("r1", "transfer", "rate", "812.5");
    step("r1", "ping", "round-trip", "41.0");
    stage("j1", "enable", "done", Map.of("iccid", HOME));
    step("r1", "transfer", "rate", "90.0");
    counted("TRAVEL-EU-2026");
    step("r1", "transfer", "rate", "400.0");
    step("r1", "transfer", "rate", "");
    run("r2", "serial:/dev/ttyUSB7");
    step("r2", "transfer", "rate", "1.0");
    read();
    assertEquals(List.of(41.0), values(Measure.DATA_LATENCY));
    assertEquals(
        List.of(
            new Figure.Values(Measure.THROUGHPUT, "", List.of(90.0)),
            new Figure.Values(Measure.THROUGHPUT, "PROD-FR-PARIS-2026", List.of(812.5)),
            new Figure.Values(Measure.THROUGHPUT, "TRAVEL-EU-2026", List.of(400.0))),
        figures.get(Measure.THROUGHPUT));
  }

  @Test
  void onlyTheDeviceAndTheTimeCount() {
    stage("j1", "intent", "begun", Map.of("kind", "enable"));
    time.advance(Duration.ofHours(1));
    append(new Event.Provisioned("j2", "other", "intent", "begun", Map.of("kind", "enable")));
    for (Figure each : DeviceFigures.of(book, DEVICE, time.now().minus(Duration.ofMinutes(5)))) {
      if (each instanceof Figure.Share(Measure of, _, long n)) {
        assertEquals(0, n, of.key());
      }
    }
  }

  @Test
  void everyMeasureHasAFigure() {
    read();
    for (Measure each : Measure.values()) {
      assertTrue(figures.containsKey(each), each.key());
    }
  }

  private void switched(String job, Iccid to, int seconds, boolean proven) {
    stage(job, "intent", "begun", Map.of("kind", "enable", "iccid", to));
    stage(job, "enable", "done", Map.of("iccid", to));
    time.advance(Duration.ofSeconds(seconds));
    stage(job, "proof", proven ? "done" : "failed", Map.of("iccid", to));
  }

  private void stage(String job, String stage, String outcome, Map<String, Object> with) {
    append(new Event.Provisioned(job, DEVICE, stage, outcome, with));
  }

  private void decided(String id, String before, String after, String trigger) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", id);
    content.put("before", before);
    content.put("after", after);
    content.put("trigger", trigger);
    append(new Event.Selected("decided", DEVICE, content));
  }

  private void carriedOut(String id, String outcome) {
    append(new Event.Selected("carried-out", DEVICE, Map.of("id", id, "outcome", outcome)));
  }

  private void counted(String profile) {
    append(
        new Event.Carried(
            "counted", DEVICE, Map.of("counters", List.of(Map.of("profile", profile)))));
  }

  private void run(String run, String device) {
    append(new Event.RunPart(run, "run.started", Map.of("device", device)));
  }

  private void step(String run, String kind, String name, String value) {
    append(
        new Event.RunPart(
            run,
            "step.finished",
            Map.of("kind", kind, "measured", List.of(Map.of("name", name, "value", value)))));
  }

  private void append(Event event) {
    Recorded unused = book.append(event);
  }

  private void read() {
    DeviceFigures.of(book, DEVICE, Instant.EPOCH)
        .forEach(each -> figures.computeIfAbsent(each.measure(), _ -> new ArrayList<>()).add(each));
  }

  private Figure only(Measure measure) {
    List<Figure> all = figures.getOrDefault(measure, List.of());
    assertEquals(1, all.size(), measure.key());
    return all.getFirst();
  }

  private List<Double> values(Measure measure) {
    return assertInstanceOf(Figure.Values.class, only(measure)).values();
  }

  private static Figure share(Measure measure, long hits, long n) {
    return new Figure.Share(measure, hits, n);
  }
}
