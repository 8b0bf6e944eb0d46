package simwright.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Kept;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.hardware.HardwareProfiles;
import simwright.job.ServedBench;
import simwright.journal.Journal;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.sim.SimBench;
import simwright.sim.TerminalLinks;
import simwright.sim.pty.PseudoTerminal;
import simwright.store.Store;
import simwright.time.SystemTime;

/// A simulated bench, a real log and an engine, for tests of plans.
public final class Rig implements AutoCloseable {
  public final SystemTime time = new SystemTime();
  public final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);
  public final Path folder;
  public final Path transcripts;
  public final Store store;
  private final Kept log;
  public final Audit book;
  public final RunHistory history;
  private final AtomicInteger number = new AtomicInteger();
  public final DeviceSet devices;

  /// Makes folders whose names hold no number that would be taken for an identifier and shortened.
  public static final class Folders implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory("rig");
    }
  }

  public Rig(Path folder) {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    this.folder = folder;
    transcripts = folder.resolve("transcripts");
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    store = log.store();
    book = log.audit();
    history = new RunHistory(store, book, book::record);
    Links links = TerminalLinks.in(folder, time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), book, time);
  }

  /// A device with faults.
  public Device device(String faults) {
    return device("ec25", faults);
  }

  /// A device of a family, with faults.
  public Device device(String family, String faults) {
    Path at = folder.resolve("b");
    var unused = bench.start(at, List.of(new DeviceRequest(family, family, faults, 1)));
    return devices.at(LinkAddress.parse(at.resolve(family).toString()));
  }

  /// So many devices without faults on one bench.
  public List<Device> many(int count) {
    Path at = folder.resolve("b");
    List<DeviceRequest> wanted =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> new DeviceRequest("ec25-" + number, "ec25", "", number))
            .toList();
    var unused = bench.start(at, wanted);
    return wanted.stream().map(each -> at(at.resolve(each.id()).toString())).toList();
  }

  /// The device at a path.
  public Device at(String path) {
    return devices.at(LinkAddress.parse(path));
  }

  /// Runs a plan to its end.
  public Run run(Plan plan, Device device) {
    return run(plan, device, new Cancel(), view -> {});
  }

  /// Runs a plan; `watcher` follows it.
  public Run run(Plan plan, Device device, Cancel cancel, Consumer<RunView> watcher) {
    return run(plan, device, Attendant.absent(), cancel, watcher, book, Steps.all());
  }

  public Run run(
      Plan plan,
      Device device,
      Attendant attendant,
      Cancel cancel,
      Consumer<RunView> watcher,
      Journal journal,
      List<Step> kinds) {
    return new Engine(kinds, journal, transcripts, time)
        .run(
            new RunOrder(
                "r" + number.incrementAndGet(),
                plan,
                device,
                "tester",
                RunHeader.NONE,
                RunTools.none().with(Around.on(new ServedBench(device, time))),
                attendant,
                cancel,
                watcher));
  }

  /// Runs a plan with other tools.
  public Run run(Plan plan, Device device, RunTools tools, Attendant attendant) {
    return new Engine(Steps.all(), book, transcripts, time)
        .run(order("r" + number.incrementAndGet(), plan, device, tools, attendant));
  }

  /// Brings about the safe state that a run did not reach.
  public Safety safe(String run, Plan plan, Device device) {
    return new Engine(Steps.all(), book, transcripts, time)
        .makeSafe(order(run, plan, device, RunTools.none(), Attendant.absent()));
  }

  private static RunOrder order(
      String run, Plan plan, Device device, RunTools tools, Attendant attendant) {
    return new RunOrder(
        run, plan, device, "tester", RunHeader.NONE, tools, attendant, new Cancel(), view -> {});
  }

  /// The same, judged by limits: lines of `{of, measurement, unit, least, most}`.
  public static Plan judged(String main, String limits) {
    return Plans.read(
        text(main, "limits: quick\n"),
        "name: quick\nversion: '1'\nlimits:\n" + limits.indent(2),
        "quick.yaml",
        Steps.all());
  }

  /// Reads a plan that begins with a connect and ends in a safe state.
  public static Plan plan(String main, String rest) {
    return Plans.read(text(main, rest), "quick.yaml", Steps.all());
  }

  /// A plan up to its main phase; it begins with a connect.
  static String begun(String main) {
    return """
    name: quick
    title: Quick
    setup:
      - {kind: connect, title: Connect}
    main:
    """
        + main.indent(2);
  }

  private static String text(String main, String rest) {
    return begun(main)
        + """
        safe_state:
          title: The radio is on
          by_hand: Switch it off and on again.
          steps:
            - {kind: connect, title: It answers, within_s: 5}
            - {kind: functionality, title: Radio on, with: {level: 1}}
        """
        + rest;
  }

  /// The same run without its identities, which the log alone knows by their pseudonyms.
  public static Run anonymous(Run run) {
    Subject who = run.subject();
    return new Run(
        run.id(),
        run.judged(),
        new Subject(
            who.device(),
            who.model(),
            who.revision(),
            who.hardwareProfile(),
            who.simulated(),
            Map.of(),
            who.facts()),
        run.lab(),
        run.operator(),
        run.header(),
        run.started(),
        run.ended(),
        run.steps(),
        run.samples(),
        run.safety(),
        run.refused());
  }

  @Override
  public void close() {
    devices.close();
    bench.close();
    log.close();
    time.close();
  }
}
