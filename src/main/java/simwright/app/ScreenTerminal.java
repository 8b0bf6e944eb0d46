package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.Job;
import simwright.runbook.Explain;
import simwright.runbook.Explained;
import simwright.runbook.Runbook;
import simwright.transcript.TranscriptReader;
import simwright.ui.terminal.Macro;
import simwright.ui.terminal.TerminalSource;

/// What the terminal screen needs.
final class ScreenTerminal implements TerminalSource {
  private final OpenData data;
  private final Explain explain;
  private final ScreenMacros macros;
  private final Supplier<Attendant> attendant;

  ScreenTerminal(OpenData data, Runbook runbook, Supplier<Attendant> attendant) {
    this.data = data;
    this.explain = new Explain(runbook);
    this.macros = new ScreenMacros(data.data().root().resolve("macros"));
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
  public Instant opened(String file) {
    return Files.exists(Path.of(file))
        ? TranscriptReader.heading(Path.of(file)).opened()
        : Instant.EPOCH;
  }

  @Override
  public String fixture(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.map(Redactor::redact).collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new Fault(
          TranscriptReader.UNREADABLE, "exporting a transcript", file, e.getMessage(), e);
    }
  }

  @Override
  public Job<List<String>> send(String device, String line) {
    return data.acts().sendLines(device, line, attendant.get());
  }

  @Override
  public String explain(String command, String line) {
    return explain.line(command, line);
  }

  @Override
  public Explained tree(String command, String line) {
    return explain.any(command.isEmpty() ? line : command + "\n" + line);
  }

  @Override
  public List<Macro> macros() {
    return macros.all();
  }

  @Override
  public void saveMacro(String name, String text) {
    macros.save(name, text);
  }
}
