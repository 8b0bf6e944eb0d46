package simwright.app;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import simwright.cli.Network;
import simwright.cli.Place;
import simwright.cli.Program;
import simwright.cli.Session;
import simwright.cli.Terminal;
import simwright.cli.Window;
import simwright.job.BenchActs;
import simwright.lab.SimulatedBench;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Task;
import simwright.time.Time;

/// The command line in this process: what it printed, and its exit code. A bench that is served
/// ends at once, as if it had been told to stop.
final class Shell implements AutoCloseable {
  private static final String SECRET = "twelve words of nonsense";

  /// How Java names an object that nobody gave words.
  private static final Pattern NAMELESS = Pattern.compile("\\.[A-Z][\\w$/]*@[0-9a-f]{6,}");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SIMWRIGHT_SECRET", SECRET,
          "SIMWRIGHT_NEW_SECRET", SECRET,
          "SIMWRIGHT_IDENTITY_PASSWORD", "bench");

  private final Wiring wiring;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String piped = "";
  private CommandLine withoutPipe;

  Shell() {
    this(PseudoTerminal.available());
  }

  /// As on a system with pseudo-terminals, or without.
  Shell(boolean terminals) {
    this.wiring = new Wiring(ENVIRONMENT, terminals);
  }

  /// Runs a command; what earlier ones printed is forgotten.
  int run(List<String> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int exit = commandLine().execute(arguments.toArray(String[]::new));
    if (NAMELESS.matcher(out.toString() + err).find()) {
      throw new AssertionError("an object that nobody gave words is shown: " + out + err);
    }
    return exit;
  }

  int run(String... arguments) {
    return run(List.of(arguments));
  }

  /// Made once where nothing is piped in: to read a hundred commands' annotations takes longer than
  /// most commands, and every parse begins with the options as they were made.
  CommandLine commandLine() {
    if (!piped.isEmpty()) {
      return made();
    }
    if (withoutPipe == null) {
      withoutPipe = made();
    }
    return withoutPipe;
  }

  private CommandLine made() {
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), new StringReader(piped));
    return Main.commandLine(new Stopped(wiring), terminal);
  }

  /// Every command from now on gets this piped in.
  void pipe(String text) {
    piped = text;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  SimulatedBench bench() {
    return wiring.bench();
  }

  @Override
  public void close() {
    wiring.close();
  }

  private record Stopped(Wiring wiring) implements Program {
    @Override
    public Session open(Place place, Network network) {
      return wiring.open(place, network);
    }

    @Override
    public boolean displayed() {
      return false;
    }

    @Override
    public void console(Place place, Network network, Window window) {
      throw new AssertionError("there is no display");
    }

    @Override
    public Optional<Path> benchOf(String link) {
      return wiring.benchOf(link);
    }

    @Override
    public SimulatedBench bench() {
      return wiring.bench();
    }

    @Override
    public BenchActs benchActs() {
      return wiring.benchActs();
    }

    @Override
    public List<String> simulated() {
      return wiring.simulated();
    }

    @Override
    public Map<String, String> faults() {
      return wiring.faults();
    }

    @Override
    public void untilStopped(Runnable before) {
      before.run();
    }

    @Override
    public Task whenStopped(Runnable wish) {
      return () -> {};
    }

    @Override
    public Task whenStopped(Runnable wish, Runnable late) {
      return () -> {};
    }

    @Override
    public Map<String, String> environment() {
      return wiring.environment();
    }

    @Override
    public Time time() {
      return wiring.time();
    }

    @Override
    public Optional<String> version() {
      return wiring.version();
    }
  }
}
