package simwright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.job.JobRequest;
import simwright.job.ResultActs;
import simwright.journal.Alarm;
import simwright.rollout.RegistryEntry;
import simwright.ui.registry.RegistrySource;

/// What the registry needs of the log.
final class ScreenRegistry implements RegistrySource {
  private final OpenData data;
  private final Supplier<Attendant> attendant;

  ScreenRegistry(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
  }

  @Override
  public List<RegistryEntry> entries(String words) {
    return data.results().registry(words);
  }

  @Override
  public List<Alarm> alarms() {
    return data.results().alarms();
  }

  @Override
  public Job<?> acknowledge(Alarm alarm) {
    return data.jobs()
        .start(
            new JobRequest("alarm.acknowledge", alarm.device(), Map.of("alarm", alarm.id())),
            attendant.get(),
            _ -> {
              data.results().acknowledge(alarm);
              return true;
            });
  }

  @Override
  public Job<String> export(boolean csv) {
    Path file =
        data.data().root().resolve("exports").resolve(csv ? "registry.csv" : "registry.json");
    return data.jobs()
        .start(
            new JobRequest("registry.export", "", Map.of("file", file.toString())),
            attendant.get(),
            _ -> {
              ResultActs results = data.results();
              ResultActs.Exported made = csv ? results.exportCsv() : results.exportJson();
              return write(file, made.text());
            });
  }

  @Override
  public Job<ResultActs.Imported> take(Path file) {
    return data.jobs()
        .start(
            new JobRequest("registry.import", "", Map.of("file", file.toString())),
            attendant.get(),
            _ -> data.results().importRegistry(read(file), file.toString()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "reading a registry", file.toString(), e.getMessage(), e);
    }
  }

  private static String write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8)).toString();
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "exporting the registry", file.toString(), e.getMessage(), e);
    }
  }
}
