package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.runbook.Explain;
import simwright.runbook.Runbook;
import simwright.store.StoreCodes;
import simwright.transcript.TranscriptReader;
import simwright.ui.terminal.Macro;
import simwright.ui.terminal.TerminalSource;

/// What the terminal screen needs.
final class ScreenTerminal implements TerminalSource {
  private final OpenData data;
  private final Explain explain;
  private final Supplier<Attendant> attendant;

  ScreenTerminal(OpenData data, Runbook runbook, Supplier<Attendant> attendant) {
    this.data = data;
    this.explain = new Explain(runbook);
    this.attendant = attendant;
  }

  @Override
  public TranscriptReader.Window read(String file, long from, int most) {
    return TranscriptReader.read(Path.of(file), from, most);
  }

  @Override
  public long length(String file) {
    try {
      Path path = Path.of(file);
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public Job<List<String>> send(String device, String line) {
    return data.acts().sendLines(device, line, attendant.get());
  }

  @Override
  public String explain(String line) {
    return explain.line(line);
  }

  @Override
  public String save(String name, String text) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "_");
    Path folder = data.data().root().resolve("exports");
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(safe), text).toString();
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "saving a file", folder.toString(), e.getMessage(), e);
    }
  }

  @Override
  public List<Macro> macros() {
    return List.of();
  }
}
