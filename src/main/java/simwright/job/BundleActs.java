package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.Attached;
import simwright.acceptance.Attachments;
import simwright.acceptance.Run;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunSummary;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.audit.Anchor;
import simwright.audit.Audit;
import simwright.audit.Proof;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.keys.KeyRing;
import simwright.report.JsonReport;
import simwright.report.bundle.Bundle;
import simwright.report.bundle.BundleFile;
import simwright.report.bundle.BundleMask;
import simwright.rollout.Alarms;
import simwright.time.Time;

/// Makes a diagnostics bundle of one device, which a person sees the list of before it leaves the
/// bench, and opens those of others.
public final class BundleActs {
  private static final Duration CONSENT = Duration.ofMinutes(10);
  private static final int RUNS = 5;
  private static final int RECORDS = 200;
  private static final int RUN_RECORDS = 1000;
  private static final int TRANSCRIPTS = 5;
  private static final long LONGEST = 512 * 1024;
  private static final long ATTACHED = 4_000_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Jobs jobs;
  private final RunHistory history;
  private final Alarms alarms;
  private final Audit audit;
  private final Path transcripts;
  private final Time time;

  /// From this log and these transcripts.
  public BundleActs(
      Jobs jobs, RunHistory history, Alarms alarms, Audit audit, Path transcripts, Time time) {
    this.jobs = jobs;
    this.history = history;
    this.alarms = alarms;
    this.audit = audit;
    this.transcripts = transcripts;
    this.time = time;
  }

  /// What was just read of a device: its readings by the name of their file, whether it is
  /// simulated, its transcript, the identities that must not leave, and what could not be read.
  public record Readings(
      Map<String, Object> files,
      boolean simulated,
      Optional<String> transcript,
      Set<String> identities,
      List<String> problems) {}

  /// A bundle that a person has agreed to: its bytes and what it is.
  public record Made(byte[] packed, Bundle bundle) {}

  /// What would be in a bundle of a device; nothing leaves.
  public Bundle listed(String device, Readings readings, String version) {
    BundleMask mask = new BundleMask(identities(readings));
    List<BundleFile> files = new ArrayList<>();
    files.add(BundleFile.of("versions.json", "versions of program and system", versions(version)));
    readings
        .files()
        .forEach((name, content) ->
            files.add(BundleFile.of(name + ".json", about(name), mask.text(json(content)))));
    if (!readings.problems().isEmpty()) {
      String problems = String.join("\n", readings.problems()) + "\n";
      files.add(BundleFile.of("problems.txt", "what could not be read", mask.text(problems)));
    }
    String known = Redactor.redact(device);
    files.add(BundleFile.of("alarms.json", "alarms that stand", mask.text(alarms(known))));
    files.add(
        BundleFile.of(
            "log.jsonl",
            "the last records of the log on it, and all of its last runs",
            log(known, mask)));
    runs(known, mask, files);
    files.addAll(transcripts(known, readings, mask));
    files.addAll(attachments(known, mask));
    return new Bundle(
        time.now(), mask.text(device), readings.simulated(), version, List.copyOf(files));
  }

  /// Shows the list and asks; where a person agrees, the bundle stands in the log with the SHA-256
  /// of its manifest and carries the proof of that.
  public Job<Optional<Made>> make(String device, Bundle bundle, Attendant attendant) {
    return jobs.start(
        new JobRequest("device.bundle", device, Map.of("files", bundle.files().size())),
        attendant,
        context -> {
          boolean agreed =
              context
                  .attendant()
                  .ask(
                      new Question.Consent(
                          "Hand out what is known of " + bundle.device() + "?",
                          "In the bundle, with identifiers and secrets masked:\n"
                              + String.join("\n", list(bundle)),
                          "Write the bundle",
                          CONSENT))
                  .orElse(false);
          if (!agreed) {
            return Optional.empty();
          }
          Map<String, Object> content = new LinkedHashMap<>();
          content.put("device", device);
          content.put("files", bundle.files().size());
          content.put("manifest-sha256", bundle.manifestSha256());
          Proof proof = audit.prove(new Event.Book("bundled", content));
          return Optional.of(new Made(bundle.packed(proof), bundle));
        });
  }

  /// A line for each file: its name, its size and what it is.
  public static List<String> list(Bundle bundle) {
    return bundle.files().stream()
        .map(file -> "  " + file.name() + ", " + file.bytes().length + " bytes: " + file.about())
        .toList();
  }

  /// Opens a bundle that anybody may have made, held to the key in a PEM file where one is given.
  public static Bundle.Opened open(Path file, Optional<Path> key) {
    try {
      // one byte more than is allowed tells that it is too large
      byte[] packed;
      try (var in = Files.newInputStream(file)) {
        packed = in.readNBytes(Bundle.LARGEST + 1);
      }
      return Bundle.open(packed, file.toString(), key.map(KeyRing::readPem));
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "opening a bundle", file.toString(), e.getMessage(), e);
    }
  }

  /// Every identity that the log ever saw, as another one may stand in an old transcript.
  private Set<String> identities(Readings readings) {
    Set<String> all = new LinkedHashSet<>(readings.identities());
    audit.identities("").forEach(seen -> seen.value().ifPresent(all::add));
    return all;
  }

  private void runs(String device, BundleMask mask, List<BundleFile> files) {
    List<RunSummary> last = last(device);
    Anchor anchor = audit.anchor();
    for (RunSummary each : last) {
      Run run = history.run(each.id());
      files.add(
          BundleFile.of(
              "runs/" + each.id() + ".json",
              "run of " + run.plan() + ", " + run.verdict(),
              mask.text(JsonReport.of(run, anchor))));
    }
  }

  private List<RunSummary> last(String device) {
    return history.search(RunFilter.ALL.with(RunField.DEVICE, device), 0, RUNS).runs();
  }

  private String alarms(String device) {
    return json(
        alarms.standing().stream()
            .filter(alarm -> alarm.device().isEmpty() || alarm.device().equals(device))
            .map(BundleActs::content)
            .toList());
  }

  private static Map<String, Object> content(Alarm alarm) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", alarm.id());
    content.put("text", alarm.text());
    content.put("raised", alarm.raised().toString());
    return content;
  }

  private String log(String device, BundleMask mask) {
    SortedMap<Long, Recorded> all = new TreeMap<>();
    audit.search(device, Long.MAX_VALUE, RECORDS).forEach(each -> all.put(each.seq(), each));
    for (RunSummary run : last(device)) {
      audit
          .search(run.id(), Long.MAX_VALUE, RUN_RECORDS)
          .forEach(each -> all.put(each.seq(), each));
    }
    return all.values().stream()
        .map(Recorded::line)
        .map(mask::text)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// The transcript of now, and those that the last runs on the device wrote.
  private List<BundleFile> transcripts(String device, Readings readings, BundleMask mask) {
    Set<String> names = new LinkedHashSet<>();
    readings
        .transcript()
        .map(Path::of)
        .map(Path::getFileName)
        .ifPresent(name -> names.add(name.toString()));
    last(device).stream()
        .flatMap(run -> history.run(run.id()).all().stream())
        .map(step -> step.range().file())
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names.stream()
        .limit(TRANSCRIPTS)
        .map(transcripts::resolve)
        .filter(Files::isRegularFile)
        .map(file -> transcript(file, mask))
        .toList();
  }

  /// What people attached to the last runs: text masked, anything else as it is.
  private List<BundleFile> attachments(String device, BundleMask mask) {
    Attachments kept = Attachments.beside(transcripts);
    Map<String, BundleFile> all = new LinkedHashMap<>();
    last(device).stream()
        .flatMap(run -> history.run(run.id()).all().stream())
        .flatMap(step -> step.attached().stream())
        .filter(one -> one.bytes() <= ATTACHED)
        .forEach(one ->
            kept.bytes(one)
                .ifPresent(bytes -> {
                  String name = "attachments/" + one.sha256().substring(0, 8) + "-" + one.name();
                  all.putIfAbsent(name, attachment(name, one, bytes, mask));
                }));
    return List.copyOf(all.values());
  }

  private static BundleFile attachment(String name, Attached one, byte[] bytes, BundleMask mask) {
    return one.type() == Attached.Type.TEXT
        ? BundleFile.of(
            name, "attached to a run", mask.text(new String(bytes, StandardCharsets.UTF_8)))
        : new BundleFile(name, "attached to a run, as it is: nothing in it is masked", bytes);
  }

  private static BundleFile transcript(Path file, BundleMask mask) {
    try (Stream<String> lines = Files.lines(file)) {
      long from = Math.max(0, Files.size(file) - LONGEST);
      long[] at = {0};
      String text =
          lines
              .filter(line -> {
                at[0] += line.length() + 1L;
                return line.startsWith("#") || at[0] > from;
              })
              .map(mask::wire)
              .collect(Collectors.joining("\n", "", "\n"));
      return BundleFile.of(
          "transcripts/" + file.getFileName(),
          from > 0 ? "what went over the link, its last part" : "what went over the link",
          text);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "reading a transcript", file.toString(), e.getMessage(), e);
    }
  }

  private static String versions(String version) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("simwright", version);
    for (String name : List.of("java.version", "java.vendor", "os.name", "os.version", "os.arch")) {
      all.put(name, System.getProperty(name, ""));
    }
    return json(all);
  }

  private static String about(String name) {
    return switch (name) {
      case "snapshot" -> "who the device is, how it does, and how far its ladder holds";
      case "euicc" -> "what its eUICC is";
      default -> name;
    };
  }

  private static String json(Object content) {
    try {
      return JSON.writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
