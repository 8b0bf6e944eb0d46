package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import simwright.acceptance.DrillTime;
import simwright.document.Schema;
import simwright.document.WrittenFile;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// The drills by the calendar of a data folder, in `drill-schedule.yaml`, and what became of each
/// time, in a file of its own beside it: it is made before anything is begun, and can be made once
/// only, so that no time is run twice, whatever programs look after it.
final class DrillSchedule {
  static final Schema SCHEMA =
      new Schema(
          "/simwright/schema/cli/drill-schedule.schema.json",
          "drills with name, drill, device, days, at, zone, windowMinutes and since");
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading the schedule of drills", JobCodes.UNREADABLE);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path file;
  private final Path claims;

  DrillSchedule(Path data) {
    this.folder = data;
    this.file = data.resolve("drill-schedule.yaml");
    this.claims = data.resolve("drill-times");
  }

  List<ScheduledDrill> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      WrittenFile written = WrittenFile.read(READING, Files.readString(file), file.toString());
      written.hold(SCHEMA);
      List<ScheduledDrill> all = new ArrayList<>();
      for (JsonNode each : written.root().path("drills")) {
        all.add(read(written, each, "/drills/" + all.size()));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw broken(JobCodes.UNREADABLE, e);
    }
  }

  private static ScheduledDrill read(WrittenFile written, JsonNode node, String pointer) {
    try {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      node.path("days").forEach(each -> ScheduledDrill.day(each.asText()).ifPresent(days::add));
      return new ScheduledDrill(
          node.path("name").asText(),
          node.path("drill").asText(),
          node.path("device").asText(),
          node.has("rounds") ? OptionalInt.of(node.path("rounds").asInt()) : OptionalInt.empty(),
          new DrillTime(
              days,
              LocalTime.parse(node.path("at").asText()),
              ZoneId.of(node.path("zone").asText()),
              Duration.ofMinutes(node.path("windowMinutes").asLong()),
              Instant.parse(node.path("since").asText())));
    } catch (DateTimeException e) {
      throw written.broken(pointer, "at, zone or since is none: " + e.getMessage());
    }
  }

  /// Puts one into it, in the place of that of its name.
  void put(ScheduledDrill drill) {
    List<ScheduledDrill> all = new ArrayList<>(all());
    all.removeIf(each -> each.name().equals(drill.name()));
    all.add(drill);
    write(all);
  }

  /// Takes one out of it; whether it was there.
  boolean remove(String name) {
    List<ScheduledDrill> all = new ArrayList<>(all());
    boolean gone = all.removeIf(each -> each.name().equals(name));
    if (gone) {
      write(all);
    }
    return gone;
  }

  /// JSON is YAML, too: a person may write it by hand as well.
  private void write(List<ScheduledDrill> all) {
    try {
      Path next = Files.createDirectories(folder).resolve("drill-schedule.new");
      Files.writeString(
          next,
          JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(
                      Map.of("drills", all.stream().map(ScheduledDrill::node).toList()))
              + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw broken(JobCodes.UNWRITABLE, e);
    }
  }

  /// What became of a time: begun or missed, since when, and the run and its verdict where there is
  /// one.
  record Fate(String state, Instant at, String run, String verdict) {
    static final String BEGUN = "begun";
    static final String ENDED = "ended";
    static final String MISSED = "missed";
  }

  /// Takes a time for this program alone; false where it was taken before.
  boolean claim(ScheduledDrill drill, DrillTime.Occurrence time, Fate fate) {
    try {
      Path own = Files.createDirectories(claims).resolve(key(drill, time));
      Files.write(
          own,
          text(fate),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (IOException e) {
      throw broken(JobCodes.UNWRITABLE, e);
    }
  }

  /// What became of a time that was taken.
  void became(ScheduledDrill drill, DrillTime.Occurrence time, Fate fate) {
    try {
      Path own = claims.resolve(key(drill, time));
      Path next = claims.resolve(key(drill, time) + ".new");
      Files.write(next, text(fate));
      Files.move(next, own, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw broken(JobCodes.UNWRITABLE, e);
    }
  }

  /// What became of a time; empty where nobody took it.
  Optional<Fate> fate(ScheduledDrill drill, DrillTime.Occurrence time) {
    Path own = claims.resolve(key(drill, time));
    if (!Files.exists(own)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(own));
      return Optional.of(
          new Fate(
              node.path("state").asText(Fate.BEGUN),
              Instant.parse(node.path("at").asText("1970-01-01T00:00:00Z")),
              node.path("run").asText(),
              node.path("verdict").asText()));
    } catch (JsonProcessingException cut) {
      // taken by a program that was killed while it wrote
      return Optional.of(new Fate(Fate.BEGUN, time.at(), "", ""));
    } catch (IOException e) {
      throw broken(JobCodes.UNREADABLE, e);
    }
  }

  private static byte[] text(Fate fate) {
    try {
      return JSON.writeValueAsString(
              Map.of(
                  "state",
                  fate.state(),
                  "at",
                  fate.at().toString(),
                  "run",
                  fate.run(),
                  "verdict",
                  fate.verdict()))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(ScheduledDrill drill, DrillTime.Occurrence time) {
    return drill.name() + "@" + time.day() + ".json";
  }

  private Fault broken(FaultCode code, IOException e) {
    return new Fault(code, "keeping the schedule of drills", file.toString(), e.getMessage(), e);
  }
}
