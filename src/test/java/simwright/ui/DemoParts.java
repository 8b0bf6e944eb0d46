package simwright.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import simwright.ask.Attendant;
import simwright.audit.Sighting;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.Jobs;
import simwright.job.Permit;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.runbook.Explained;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptReader;
import simwright.ui.acceptance.AcceptanceSource.Run;
import simwright.ui.audit.AuditSource;
import simwright.ui.bench.AccessSource;
import simwright.ui.bench.BenchActs;
import simwright.ui.frame.FaultWords;
import simwright.ui.frame.StatusSource;
import simwright.ui.frame.TrustSource;
import simwright.ui.fx.Desk;
import simwright.ui.help.HelpSource;
import simwright.ui.part.State;
import simwright.ui.result.ResultsSource.Result;
import simwright.ui.terminal.Macro;
import simwright.ui.terminal.TerminalSource;

/// A made-up program behind the console: everything the screens ask for, kept in memory. What was
/// asked is in `asked`.
public final class DemoParts
    implements Devices,
        StatusSource,
        FaultWords,
        BenchActs,
        TerminalSource,
        AuditSource,
        HelpSource,
        TrustSource,
        Desk,
        Journal {
  public final Time time;
  public final Jobs jobs;
  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final List<TranscriptLine> transcript = new CopyOnWriteArrayList<>();
  private volatile boolean answering = true;
  public final Value<List<Attachment>> devices = new Value<>(List.of());
  public final DemoAccess access = new DemoAccess(this);
  public final DemoTests tests;
  public final Value<List<Run>> current;
  public final List<Result> results;
  public final DemoPeople people = new DemoPeople();
  public final Value<List<String>> lab = new Value<>(List.of());
  public final Map<String, String> kept = new java.util.concurrent.ConcurrentHashMap<>();
  public final Value<LogState> log = new Value<>(new LogState(true, 1234, 12));
  public final Value<Chain> chain;
  public final List<Recorded> records = new ArrayList<>();
  public final List<Query> queries = new CopyOnWriteArrayList<>();
  public final List<String> saved = new CopyOnWriteArrayList<>();

  /// What happens before anything is read from the log.
  public volatile Runnable reading = () -> {};

  public final DemoCard card;
  public final DemoFailover failover;
  public final DemoDrills drills;
  public final DemoHoles holes;

  public Jobs.Body<?> body = _ -> "";

  public DemoParts(Time time) {
    this.time = time;
    this.jobs = new Jobs(this, Permit.all(), time);
    this.card = new DemoCard(jobs);
    this.failover = new DemoFailover(this);
    this.drills = new DemoDrills(this);
    this.holes = new DemoHoles(this);
    this.tests = new DemoTests(this);
    this.current = tests.current;
    this.results = tests.results;
    this.chain = new Value<>(new Chain(true, 1234, 12, time.now(), true, ""));
  }

  /// All of it as the console takes it.
  public ConsoleParts parts() {
    return new ConsoleParts(
        time,
        jobs,
        this,
        this,
        this,
        this,
        card,
        this,
        failover,
        drills,
        holes,
        tests,
        new DemoPlans(this),
        tests,
        new DemoRegistry(this),
        new DemoCatalog(this),
        new DemoData(this),
        this,
        this,
        people,
        this,
        this,
        List.of());
  }

  Job<?> job(String act, String device) {
    asked.add(act + " " + device);
    return jobs.start(JobRequest.of(act, device), Attendant.absent(), body);
  }

  /// A device with everything known.
  public Attachment connected(String id, String model, boolean simulated) {
    return attachment(
        id, model, simulated, Attachment.State.CONNECTED, DemoReadings.ladder(7), -93.0);
  }

  /// A device whose ladder holds up to `passed` rungs, and fails at the next.
  public Attachment failing(String id, String model, int passed) {
    return attachment(
        id, model, false, Attachment.State.CONNECTED, DemoReadings.ladder(passed), -121.0);
  }

  /// The same device, its port given to another program.
  public Attachment released(Attachment device) {
    return new Attachment(
        device.id(),
        device.port(),
        Attachment.State.RELEASED,
        device.fault(),
        device.hardwareProfile(),
        device.transcript(),
        device.snapshot());
  }

  /// A device nobody opened.
  public Attachment seen(String id, PortRole role) {
    return new Attachment(
        id,
        port(id, "ttyUSB9", role, false),
        Attachment.State.SEEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Snapshot.empty(time.now()));
  }

  /// A phone that no tool can drive.
  public Attachment byHand(LinkAddress address) {
    return new Attachment(
        address.toString(),
        PortInfo.unlisted(address, false),
        Attachment.State.SEEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Snapshot.empty(time.now()));
  }

  private Attachment attachment(
      String id,
      String model,
      boolean simulated,
      Attachment.State state,
      List<Rung> ladder,
      double dbm) {
    return new Attachment(
        id,
        port(id, "ttyUSB2", PortRole.AT_PRIMARY, simulated),
        state,
        Optional.empty(),
        Optional.of("quectel-ec2x"),
        Optional.of(id + ".log"),
        DemoReadings.snapshot(time.now(), model, ladder, dbm));
  }

  private static PortInfo port(String id, String name, PortRole role, boolean simulated) {
    return new PortInfo(
        LinkAddress.parse("serial:/dev/" + id),
        name,
        Optional.of("2c7c"),
        Optional.of("0125"),
        "Quectel",
        "EC25",
        Optional.empty(),
        Optional.of("1-2.3"),
        OptionalInt.of(2),
        role,
        simulated);
  }

  /// A run in the history.
  public Result result(String id, State verdict, String outcome) {
    return DemoReadings.result(time.now(), id, verdict, outcome);
  }

  /// A finished run with one measurement of each kind.
  public Run run(State verdict, String outcome) {
    return DemoReadings.run(time.now(), verdict, outcome);
  }

  @Override
  public Observable<List<Attachment>> all() {
    return devices;
  }

  @Override
  public Observable<LogState> log() {
    return log;
  }

  @Override
  public String recall(String key) {
    return kept.getOrDefault(key, "");
  }

  @Override
  public void keep(String key, String value) {
    kept.put(key, value);
  }

  @Override
  public List<Sighting> identities(String text, boolean clear) {
    reading.run();
    return List.of(
        new Sighting(
            "imei",
            "p1",
            Optional.of("490154203237518"),
            Identifier.Check.RIGHT,
            "serial:/dev/ec25",
            "EC25",
            true,
            time.now(),
            time.now(),
            3));
  }

  @Override
  public List<String> outcomes() {
    return List.of("done", "failed");
  }

  @Override
  public Instant opened(String file) {
    return Instant.EPOCH;
  }

  @Override
  public String fixture(String file) {
    return "# simwright transcript 1\n";
  }

  @Override
  public Explained tree(String command, String line) {
    return Explained.of(line, "", "in words");
  }

  @Override
  public void saveMacro(String name, String text) {
    asked.add("macro " + name + " " + text);
  }

  @Override
  public String meaning(FaultCode code) {
    return code.layer().equals("cme") ? "The modem finds no SIM card." : "";
  }

  @Override
  public String state(FaultCode code) {
    return "The device answers; nothing was changed.";
  }

  @Override
  public String next(FaultCode code) {
    return "Insert the card with its contacts down, then read again.";
  }

  @Override
  public Job<?> connect(String device) {
    return job("device.connect", device);
  }

  @Override
  public Job<?> probe(String device) {
    return job("device.probe", device);
  }

  @Override
  public Job<?> release(String device) {
    return job("device.release", device);
  }

  @Override
  public Job<?> takeBack(String device) {
    return job("device.take-back", device);
  }

  @Override
  public Job<?> ping(String device) {
    return job("device.ping", device);
  }

  @Override
  public AccessSource access() {
    return access;
  }

  @Override
  public Job<?> sanitise(String device) {
    return job("catalog.sanitise", device);
  }

  @Override
  public Job<?> startSimulatedBench() {
    return job("bench.simulate", "");
  }

  @Override
  public List<String> probeCommands() {
    return List.of("AT", "ATE0", "AT+CGMI", "AT+CGMM", "AT+CGMR");
  }

  @Override
  public TranscriptReader.Window read(String file, long from, int most) {
    int start = (int) from;
    int end = (int) Math.min(transcript.size(), start + (long) most);
    return new TranscriptReader.Window(List.copyOf(transcript.subList(start, end)), end);
  }

  @Override
  public long length(String file) {
    return transcript.size();
  }

  @Override
  public Job<List<String>> send(String device, String line) {
    asked.add("send " + device + " " + line);
    return jobs.start(
        JobRequest.of("terminal.send", device),
        Attendant.absent(),
        _ -> {
          if (answering) {
            say(Direction.SENT, line + "\\r");
            say(Direction.RECEIVED, "\\r\\nOK\\r\\n");
          }
          return List.of("OK");
        });
  }

  /// What is sent appears in the transcript only when the test says it.
  public void silent() {
    answering = false;
  }

  /// Adds a line to the transcript.
  public void say(Direction direction, String text) {
    transcript.add(new TranscriptLine(transcript.size() * 37L, direction, text));
  }

  @Override
  public String explain(String command, String line) {
    return line.contains("+CEREG") ? "Registered in the home network, LTE" : "";
  }

  @Override
  public String save(String name, String text) {
    saved.add(name + " " + text);
    asked.add("save " + name + " " + text.length());
    return "/home/ines/simwright/" + name;
  }

  @Override
  public List<Macro> macros() {
    return List.of(Macro.parse("Identity", "AT+CGMI\nexpect OK\nAT+CGMM\nwait 10\n"));
  }

  /// Starts a plan as the screen would.
  public Job<?> run(String plan, String device) {
    return job("acceptance.run", device);
  }

  @Override
  public Observable<Chain> chain() {
    return chain;
  }

  @Override
  public List<Recorded> search(Query query, long before, int most) {
    reading.run();
    queries.add(query);
    asked.add("search " + query.words());
    return records.stream()
        .filter(one -> one.seq() < before && one.line().contains(query.words()))
        .limit(most)
        .toList();
  }

  @Override
  public List<String> kinds() {
    return List.of("job.asked", "job.done", "device.effect");
  }

  @Override
  public Job<?> verify() {
    return job("audit.verify", "");
  }

  @Override
  public Job<String> export(Query query, String format) {
    asked.add("export " + format);
    return jobs.start(
        JobRequest.of("audit.export", ""), Attendant.absent(), _ -> "/home/ines/log." + format);
  }

  @Override
  public List<Entry> search(String query) {
    return List.of(
            new Entry(
                "cme/10",
                "SIM not inserted",
                "The modem finds no SIM card in its slot.",
                "Technician",
                "The device answers; it cannot register.",
                "Insert the card with its contacts down, then read again.",
                "Yes, after the card is in."),
            new Entry(
                "link/busy",
                "The port is in use by another program",
                "Another program holds the port, often ModemManager.",
                "Technician",
                "The port was not opened; the device was not touched.",
                "Close the other program, or stop ModemManager for this device.",
                "Yes, after the other program has let go."))
        .stream()
        .filter(entry -> (entry.code() + entry.title()).contains(query))
        .toList();
  }

  @Override
  public Observable<List<String>> labRoots() {
    return lab;
  }

  @Override
  public List<Term> glossary() {
    return List.of(
        new Term("APN", "The name of the network a packet context leads to."),
        new Term("URC", "A line a modem sends without being asked."));
  }

  @Override
  public List<Term> about() {
    return DemoAbout.program().terms();
  }

  /// Adds a record to the book.
  public void book(String kind, String line) {
    records.addFirst(new Recorded(records.size() + 1L, time.now(), "ines", kind, line));
  }

  @Override
  public synchronized Recorded append(Event event) {
    return new Recorded(1, time.now(), "ines", event.kind(), Map.of().toString());
  }

  @Override
  public Subscription follow(long from, Consumer<Recorded> reader) {
    return () -> {};
  }
}
