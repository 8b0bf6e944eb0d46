package simwright.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import simwright.identity.Redactor;
import simwright.journal.Journal;
import simwright.journal.Past;

/// The figures of one device, computed from all that the book holds of it.
public final class DeviceFigures {
  private static final Set<String> KINDS =
      Set.of(
          "lpa.stage",
          "failover.decided",
          "failover.carried-out",
          "data.counted",
          "acceptance.run.started",
          "acceptance.step.finished");

  private DeviceFigures() {}

  /// Those of what happened after a moment. The book holds ids of devices with long numbers
  /// shortened.
  public static List<Figure> of(Journal journal, String device, Instant after) {
    String held = Redactor.redact(device);
    Runs runs = new Runs();
    List<Tally> tallies = List.of(new Provisionings(), new Drops(), runs);
    long unused =
        Past.read(
            journal,
            1,
            each -> KINDS.contains(each.kind()) && each.at().isAfter(after),
            Row::of,
            row -> {
              if (own(row, held) || runs.ran(row.text("run"))) {
                tallies.forEach(each -> each.take(row));
              }
            });
    List<Figure> all = new ArrayList<>();
    tallies.forEach(each -> all.addAll(each.figures()));
    all.add(
        new Figure.Untold(
            Measure.HANDOVER_FAILURES, "no device tells its hand-overs by a standard command"));
    all.add(new Figure.Untold(Measure.SIGNING_LATENCY, "only the server's operator can tell it"));
    all.add(new Figure.Untold(Measure.QUEUE_DEPTH, "only the server's operator can tell it"));
    return List.copyOf(all);
  }

  private static boolean own(Row row, String device) {
    String of =
        row.kind().equals("acceptance.run.started")
            ? row.fields().path("content").path("device").asText()
            : row.text("device");
    return of.equals(device);
  }
}
