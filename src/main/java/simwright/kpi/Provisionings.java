package simwright.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Downloads and switches of profiles, by their stages.
final class Provisionings implements Tally {
  private static final double SOON = 60;

  /// What a job has come to.
  private static final class Work {
    private final Row begun;
    private Optional<Row> consent = Optional.empty();
    private Optional<Row> installed = Optional.empty();
    private Optional<Row> switched = Optional.empty();
    private Optional<Row> proven = Optional.empty();

    private Work(Row begun) {
      this.begun = begun;
    }
  }

  private final Map<String, Work> downloads = new HashMap<>();
  private final Map<String, Work> switches = new HashMap<>();
  private final List<Work> downloaded = new ArrayList<>();
  private final List<Work> asked = new ArrayList<>();
  private final Map<String, Row> waiting = new HashMap<>();
  private final List<Double> activated = new ArrayList<>();

  @Override
  public void take(Row row) {
    if (!row.kind().equals("lpa.stage")) {
      return;
    }
    boolean done = row.text("outcome").equals("done");
    switch (row.text("stage")) {
      case "intent" -> begun(row);
      case "consent" -> of(downloads, row).ifPresent(each -> each.consent = Optional.of(row));
      case "installation" -> {
        if (done) {
          of(downloads, row).ifPresent(each -> installed(each, row));
        }
      }
      case "enable" -> {
        if (done) {
          of(switches, row).ifPresent(each -> each.switched = Optional.of(row));
        }
      }
      case "proof" -> {
        if (done) {
          of(switches, row).ifPresent(each -> proven(each, row));
        }
      }
      default -> {
        // the other stages say nothing of times
      }
    }
  }

  private void begun(Row row) {
    Work work = new Work(row);
    switch (row.fields().path("with").path("kind").asText()) {
      case "download" -> {
        downloads.put(row.text("job"), work);
        downloaded.add(work);
      }
      case "enable" -> {
        switches.put(row.text("job"), work);
        asked.add(work);
      }
      default -> {
        // other wishes bring no profile into use
      }
    }
  }

  private static Optional<Work> of(Map<String, Work> all, Row row) {
    return Optional.ofNullable(all.get(row.text("job")));
  }

  private void installed(Work work, Row row) {
    work.installed = Optional.of(row);
    waiting.put(row.profile(), work.begun);
  }

  private void proven(Work work, Row row) {
    work.proven = Optional.of(row);
    Row wished = waiting.remove(row.profile());
    if (wished != null) {
      activated.add(row.after(wished));
    }
  }

  @Override
  public List<Figure> figures() {
    long proven = asked.stream().filter(each -> each.proven.isPresent()).count();
    List<Double> latencies =
        asked.stream()
            .flatMap(each -> each.proven.map(row -> row.since(each.begun)).stream())
            .toList();
    long soon = latencies.stream().filter(each -> each <= SOON).count();
    List<Work> turned = asked.stream().filter(each -> each.switched.isPresent()).toList();
    List<Double> installs =
        downloaded.stream()
            .flatMap(each ->
                each
                    .installed
                    .flatMap(row -> each.consent.map(agreed -> row.since(agreed)))
                    .stream())
            .toList();
    return List.of(
        new Figure.Values(Measure.SWITCH_LATENCY, "", latencies),
        new Figure.Share(Measure.ACTIVATION, proven, asked.size()),
        new Figure.Share(Measure.ACTIVATION_60, soon, asked.size()),
        new Figure.Share(
            Measure.REGISTRATION,
            turned.stream().filter(each -> each.proven.isPresent()).count(),
            turned.size()),
        new Figure.Share(
            Measure.INSTALLS,
            downloaded.stream().filter(each -> each.installed.isPresent()).count(),
            downloaded.size()),
        new Figure.Values(Measure.INSTALL_LATENCY, "", installs),
        new Figure.Values(Measure.TIME_TO_ACTIVATE, "", activated));
  }
}
