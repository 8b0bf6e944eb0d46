package simwright.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.ask.Attendant;
import simwright.audit.Sighting;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.job.BundledDevice;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.job.JobRequest;
import simwright.job.Jobs;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.report.bundle.Bundle;
import simwright.report.bundle.BundleCodes;
import simwright.report.bundle.BundleFile;
import simwright.ui.audit.AuditSource;
import simwright.ui.frame.StatusSource;
import simwright.ui.fx.Text;
import simwright.ui.profile.KeptCard;

/// What the screens show of a bundle: its device, the records of the log that are in it, and what
/// its proof came to. Its runs and transcripts are laid into a data folder that is thrown away.
final class BundleView implements Devices, AuditSource, StatusSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> CONTENT =
      new TypeReference<>() {};
  private static final String RUNS = "acceptance.";

  private final Bundle.Opened opened;
  private final Path folder;
  private final Jobs jobs;
  private final List<Recorded> records;
  private final Value<List<Attachment>> devices;
  private final Value<Chain> chain;
  private final Value<LogState> log;

  /// In an open data folder at `folder`, in which nothing else lies.
  BundleView(Bundle.Opened opened, Path folder, OpenData data) {
    this.opened = opened;
    this.folder = folder;
    this.jobs = data.jobs();
    this.records = records(opened.bundle());
    Path transcripts = data.data().transcripts();
    lay(transcripts);
    runs(data.audit());
    this.devices = new Value<>(List.of(BundledDevice.of(opened.bundle(), transcripts)));
    this.chain =
        new Value<>(new Chain(true, records.size(), 0, opened.bundle().made(), true, proof()));
    this.log = new Value<>(new LogState(true, records.size(), 0));
    data.showsBundle();
  }

  @Override
  public boolean bundle() {
    return true;
  }

  /// What the proof came to, in words.
  String proof() {
    return Text.format(
        opened.trusted() ? "bundle.proven.key" : "bundle.proven",
        opened.bundle().device(),
        opened.record(),
        opened.installation());
  }

  /// What its eUICC said, or what was said of it where it could not be read.
  KeptCard card() {
    return new KeptCard(
        opened.bundle().made(), text("euicc.json"), text("problems.txt").orElse("").strip());
  }

  private Optional<String> text(String name) {
    return opened.bundle().files().stream()
        .filter(file -> file.name().equals(name))
        .map(BundleFile::text)
        .findFirst();
  }

  private void lay(Path transcripts) {
    try {
      Files.createDirectories(transcripts);
      for (BundleFile file : opened.bundle().files()) {
        if (file.name().startsWith("transcripts/")) {
          Path unused =
              Files.write(
                  transcripts.resolve(file.name().substring(file.name().indexOf('/') + 1)),
                  file.bytes());
        }
      }
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "opening a bundle", folder.toString(), e.getMessage(), e);
    }
  }

  /// The runs that begin in it. Their bytes are masked and not what they were, so that no step
  /// leads to them by number.
  private void runs(Journal journal) {
    List<String> begun = new ArrayList<>();
    for (Recorded record : records) {
      JsonNode fields = fields(record.line());
      String run = fields.path("run").asText();
      String part = record.kind().replaceFirst("^acceptance\\.", "");
      if (!record.kind().startsWith(RUNS) || run.isEmpty()) {
        continue;
      }
      if (part.equals("run.started")) {
        begun.add(run);
      }
      if (begun.contains(run)) {
        Map<String, Object> content = JSON.convertValue(fields.path("content"), CONTENT);
        content.computeIfPresent("transcript", (_, _) -> "");
        Recorded unused = journal.append(new Event.RunPart(run, part, content));
      }
    }
  }

  private static List<Recorded> records(Bundle bundle) {
    return bundle.files().stream()
        .filter(file -> file.name().equals("log.jsonl"))
        .flatMap(file -> file.text().lines())
        .filter(line -> !line.isBlank())
        .flatMap(BundleView::record)
        .sorted(Comparator.comparingLong(Recorded::seq))
        .toList();
  }

  private static Stream<Recorded> record(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return Stream.of(
          new Recorded(
              node.path("seq").asLong(),
              Instant.parse(node.path("at").asText()),
              node.path("actor").asText(),
              node.path("kind").asText(),
              line));
    } catch (JsonProcessingException | java.time.DateTimeException none) {
      return Stream.empty();
    }
  }

  private static JsonNode fields(String line) {
    try {
      return JSON.readTree(line).path("fields");
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public Observable<List<Attachment>> all() {
    return devices;
  }

  @Override
  public Observable<Chain> chain() {
    return chain;
  }

  @Override
  public Observable<LogState> log() {
    return log;
  }

  @Override
  public List<Recorded> search(Query query, long before, int most) {
    return records.reversed().stream()
        .filter(each -> each.seq() < before)
        .filter(each -> query.kind().isEmpty() || each.kind().equals(query.kind()))
        .filter(each -> !each.at().isBefore(query.since()))
        .filter(each -> each.actor().contains(query.actor()))
        .filter(each ->
            Stream.of(query.device(), query.outcome(), query.words())
                .flatMap(words -> Stream.of(words.split("\\s+")))
                .allMatch(each.line()::contains))
        .limit(most)
        .toList();
  }

  @Override
  public List<String> kinds() {
    return records.stream().map(Recorded::kind).distinct().sorted().toList();
  }

  @Override
  public List<String> outcomes() {
    return List.of();
  }

  @Override
  public List<Sighting> identities(String text, boolean clear) {
    return List.of();
  }

  /// The proof was held against every file when the bundle was opened; nothing can have changed.
  @Override
  public Job<?> verify() {
    return jobs.start(JobRequest.of("audit.verify", ""), Attendant.absent(), _ -> proof());
  }

  @Override
  public Job<String> export(Query query, String format) {
    throw new Fault(BundleCodes.READ_ONLY, "exporting records", opened.bundle().device());
  }

  /// Throws the folder away.
  void forget() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "closing a bundle", folder.toString(), e.getMessage(), e);
    }
  }
}
