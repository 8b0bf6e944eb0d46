package simwright.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import simwright.acceptance.Judged;
import simwright.acceptance.Measured;
import simwright.acceptance.Place;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Safety;
import simwright.acceptance.Samples;
import simwright.acceptance.StepRecord;
import simwright.acceptance.Subject;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.transcript.TranscriptRange;

/// Runs of a batch as they may end: one passes at once, one on its second try, one fails, and the
/// bench fails one.
final class SomeRuns {
  static final String IMEI = "350000020001018";
  static final String ICCID = "89490200001234567896";

  private SomeRuns() {}

  /// All four.
  static List<Run> four() {
    return List.of(
        run("r1", "ec25-1", List.of(step(Outcome.PASS, 1))),
        run("r2", "ec25-2", List.of(step(Outcome.FAIL, 1), step(Outcome.PASS, 2))),
        run("r3", "ec25-3", List.of(step(Outcome.FAIL, 1), step(Outcome.FAIL, 2))),
        run("r4", "ec25-4", List.of(step(Outcome.ERROR, 1))));
  }

  /// One of these steps.
  static Run run(String id, String device, List<StepRecord> steps) {
    return new Run(
        id,
        new Judged("provisioning", "cd".repeat(32), "field", "2026-3", "ef".repeat(32)),
        new Subject(
            device,
            "Quectel EC25",
            "EC25EFAR06A01M4G",
            "quectel-ec25",
            true,
            Map.of("imei", "p-imei", "iccid", "p-iccid")),
        false,
        "Ines",
        new RunHeader(
            "Orange",
            "T-1204",
            "A-" + id,
            "SN-" + id,
            "Paris",
            "indoor",
            "20 dB",
            "bench 3",
            "b-77"),
        Instant.parse("2026-11-21T10:00:00Z"),
        Instant.parse("2026-11-21T10:00:09Z"),
        steps,
        List.of(
            new Samples(
                "signal",
                "Signal",
                "dBm",
                LongStream.range(0, 1000).mapToObj(i -> i * 9).toList(),
                LongStream.range(0, 1000).mapToObj(i -> i == 500 ? -113.0 : -80.0).toList())),
        new Safety(Safety.State.VERIFIED, "the radio is on", "switch it on", List.of()),
        Optional.empty());
  }

  /// The attach, ended so at this try.
  static StepRecord step(Outcome ended, int attempt) {
    Limit limit = new Limit("rsrp", "dBm", Optional.of(-110.0), Optional.empty(), 5);
    return new StepRecord(
        "attach",
        "attach",
        "Attach",
        new Place("main", "", "main/0", 1, 1, attempt),
        ended,
        ended == Outcome.PASS ? "registered" : "no cell",
        Optional.empty(),
        List.of(new Measured(limit, Optional.of(-95.0))),
        Duration.ofSeconds(attempt),
        Duration.ofSeconds(1),
        new TranscriptRange("t.txt", 0, 7),
        "ab".repeat(32));
  }

  /// Limits under which none of them passes.
  static LimitSet strict() {
    return new LimitSet(
        "strict",
        "7",
        "12".repeat(32),
        Map.of(
            new LimitSet.Key("attach", "rsrp"),
            new Limit("rsrp", "dBm", Optional.of(-90.0), Optional.empty(), 0)));
  }
}
