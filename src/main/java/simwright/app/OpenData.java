package simwright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.Run;
import simwright.acceptance.RunHistory;
import simwright.acceptance.TestOrder;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Book;
import simwright.catalog.Catalog;
import simwright.cli.Session;
import simwright.device.DeviceSet;
import simwright.failover.SelectionLog;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.job.AlarmActs;
import simwright.job.AlarmDelivery;
import simwright.job.ApnActs;
import simwright.job.ApnWatch;
import simwright.job.BundleActs;
import simwright.job.CardActs;
import simwright.job.CatalogActs;
import simwright.job.DataActs;
import simwright.job.Delivery;
import simwright.job.DeviceActs;
import simwright.job.DrillActs;
import simwright.job.DrillClock;
import simwright.job.FailoverActs;
import simwright.job.HoleActs;
import simwright.job.HoleWatch;
import simwright.job.Jobs;
import simwright.job.LifecycleActs;
import simwright.job.LogActs;
import simwright.job.OrderActs;
import simwright.job.PlanActs;
import simwright.job.PlanCards;
import simwright.job.PlanSelection;
import simwright.job.Polling;
import simwright.job.Recovery;
import simwright.job.ResultActs;
import simwright.job.Sampling;
import simwright.job.ServerActs;
import simwright.journal.Event;
import simwright.keys.ClientKeys;
import simwright.keys.KeyRing;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.PortInfo;
import simwright.link.adb.AdbLinks;
import simwright.link.pcsc.PcscLinks;
import simwright.link.pcsc.VirtualReaders;
import simwright.link.replay.ReplayLinks;
import simwright.link.serial.SerialLinks;
import simwright.lpa.HostExceptions;
import simwright.lpa.Intents;
import simwright.lpa.SwitchLimit;
import simwright.observe.Subscription;
import simwright.outlet.Outbox;
import simwright.outlet.Outlets;
import simwright.quota.DataBook;
import simwright.report.bundle.BundleCodes;
import simwright.rollout.Alarms;
import simwright.rollout.ImportedEntries;
import simwright.store.DataDirectory;
import simwright.store.Settings;
import simwright.store.Store;
import simwright.time.Time;
import simwright.transcript.TranscriptReader;

/// The data folder, opened, with the devices around it; closed in reverse.
final class OpenData implements Session {
  private final DataDirectory data;
  private final Store store;
  private final Audit audit;
  private final SimulatedLinks simulated;
  private final Links links;
  private final HardwareProfiles profiles;
  private final DeviceSet devices;
  private final Jobs jobs;
  private final HostExceptions exceptions;
  private final DeviceActs acts;
  private final PlanActs plans;
  private final ResultActs results;
  private final DataActs carried;
  private final AlarmActs told;
  private final BundleActs bundles;
  private final Catalog known;
  private final CatalogActs catalog;
  private final ApnActs access;
  private final SelectionLog selected;
  private final FailoverActs failover;
  private final HoleActs holes;
  private final HoleWatch watch;
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final Time time;
  private final Supplier<Optional<Path>> bench;
  private final ServerWays ways;
  private volatile boolean bundle;
  private @Nullable Delivery delivery;

  OpenData(
      DataDirectory data,
      Supplier<Optional<Path>> bench,
      SimulatedLinks simulated,
      ServerWays ways,
      Time time) {
    this.data = data;
    this.time = time;
    this.bench = bench;
    this.ways = ways;
    ways.look();
    this.store = Store.open(data.database(), time);
    KeyRing keys = KeyRing.open(data.keys());
    Actor actor = new Actor(System.getProperty("user.name"), Actor.Role.ADMIN);
    this.audit =
        new Audit(
            store,
            keys,
            data.root().resolve("anchors.txt"),
            actor,
            () -> !ways.lab().get().isEmpty(),
            time);
    ways.tell(audit);
    this.exceptions = new HostExceptions(audit);
    this.simulated = simulated;
    AdbLinks handsets = new AdbLinks(OpenData::isSimulated, time);
    this.links =
        new Links(
            List.of(
                new GuardedSerial(new SerialLinks(time)),
                new ReplayLinks(time),
                simulated,
                new ServedPorts(bench),
                new PcscLinks(time),
                handsets),
            data.transcripts(),
            address -> isSimulated(address) || handsets.plays(address),
            time);
    this.profiles = HardwareProfiles.with(data.hardwareProfiles());
    this.devices = new DeviceSet(links, profiles, audit, time);
    this.jobs = new Jobs(audit, new PeoplePermit(audit.people(), () -> bundle), time);
    this.acts = new DeviceActs(jobs, devices);
    RunHistory history = new RunHistory(store, audit, audit::record);
    Alarms alarms = new Alarms(store, audit);
    this.results = new ResultActs(history, alarms, new ImportedEntries(store, audit), audit, time);
    this.carried = carried(new DataBook(store, audit), alarms);
    this.told = alarms(alarms, keys.shared("alarms"));
    this.known = new Catalog(store, audit, audit::reveal);
    this.catalog = catalog(known);
    this.access = new ApnActs(jobs, devices, known, catalog, alarms, audit, time);
    this.selected = new SelectionLog(store, audit);
    FailoverActs.Books books = new FailoverActs.Books(known, carried, selected);
    this.failover = new FailoverActs(jobs, devices, this::cards, books, data.root(), time);
    this.holes = holes(alarms);
    this.watch = new HoleWatch(holes, audit, audit.anchor().size() + 1, failover.looked(), time);
    ends.push(this::lookLast);
    this.bundles = new BundleActs(jobs, history, alarms, audit, data.transcripts(), time);
    this.plans =
        new PlanActs(
            jobs,
            devices,
            cardsOfPlans(),
            audit,
            history,
            new PlanActs.Folders(data.transcripts(), data.plans()),
            time);
    Subscription _ =
        plans.runs().subscribe(ended -> ended.stream().findFirst().ifPresent(this::look));
    profiles.refused().forEach(this::refused);
  }

  private void refused(Fault profile) {
    var unused =
        audit.append(
            new Event.Book(
                "profile-refused",
                Map.of("file", profile.where(), "why", profile.evidence().orElse(""))));
  }

  private CatalogActs catalog(Catalog catalog) {
    return new CatalogActs(jobs, catalog, data.catalog(), audit, time);
  }

  private HoleActs holes(Alarms alarms) {
    return new HoleActs(known, () -> catalog.rules().regions(), alarms, audit, data.root(), time);
  }

  /// What a bundle told is changed by nothing.
  private void lookLast() {
    if (bundle) {
      watch.end();
    } else {
      watch.close();
    }
  }

  private DataActs carried(DataBook book, Alarms alarms) {
    return new DataActs(jobs, devices, book, alarms, audit, data.root(), time);
  }

  private AlarmActs alarms(Alarms alarms, byte[] key) {
    return new AlarmActs(jobs, alarms, new Outlets(data), new Outbox(store, audit, key), time);
  }

  private PlanCards cardsOfPlans() {
    return new PlanCards(
        this::cards,
        this::orders,
        audit::reveal,
        this::testOrders,
        new PlanSelection(data.root(), known::of, selected));
  }

  /// Ends what a program that is gone left open, then begins to follow the ports and to read
  /// connected devices again and again.
  void follow() {
    var unused = plans.recover();
    devices.start();
    Delivery later = new Delivery(jobs, devices, this::cards, time);
    delivery = later;
    ends.push(new Polling(jobs, devices, time)::close);
    ends.push(new Sampling(jobs, devices, carried, time)::close);
    ends.push(later::close);
    ends.push(new Recovery(jobs, devices, plans, time)::close);
    ends.push(new AlarmDelivery(told, time)::close);
    ends.push(new ApnWatch(jobs, devices, access, time)::close);
    ends.push(new DrillClock(drills(), () -> log().current().get().name(), time)::close);
    watch.start();
  }

  /// Looks whether a model has become worse with its firmware, now that another run has ended.
  private void look(Run ended) {
    var unused = results.ended(ended.id());
  }

  /// It holds what a bundle told: from now on nothing is done to devices, cards or servers.
  void showsBundle() {
    bundle = true;
  }

  /// Throws where it holds what a bundle told.
  void writable(String act) {
    if (bundle) {
      throw new Fault(BundleCodes.READ_ONLY, act, "");
    }
  }

  /// Looks which test roots there are, where a bench has come; they mark what is done from now on.
  void lookForLab() {
    ways.look();
    ways.tell(audit);
  }

  ServerWays ways() {
    return ways;
  }

  DataDirectory data() {
    return data;
  }

  Jobs jobs() {
    return jobs;
  }

  Audit audit() {
    return audit;
  }

  @Override
  public DeviceActs acts() {
    return acts;
  }

  @Override
  public CardActs cards() {
    SwitchLimit limit = SwitchLimit.of(Settings.open(data));
    Intents intents = new Intents(store, audit, audit::reveal, limit, time);
    CardActs cards =
        new CardActs(
            jobs, devices, audit, ways.servers(audit, exceptions), intents, ways.metered(), time);
    Delivery later = delivery;
    if (later != null) {
      Subscription _ =
          cards.undelivered().subscribe(each -> later.later(each.device(), Set.of(each.server())));
      Subscription _ =
          cards.waiting().subscribe(each -> later.later(each.device(), each.servers()));
    }
    return cards;
  }

  @Override
  public ServerActs servers() {
    return new ServerActs(jobs, ways.servers(audit, exceptions), exceptions);
  }

  @Override
  public OrderActs orders() {
    return new OrderActs(
        jobs,
        audit,
        audit::reveal,
        ways.servers(audit, exceptions),
        new ClientKeys(data.keys().resolve("clients"), time::now),
        bench.get().flatMap(ServerWays::operator),
        time);
  }

  @Override
  public PlanActs plans() {
    return plans;
  }

  @Override
  public DrillActs drills() {
    return new DrillActs(jobs, plans, data.root(), link -> acts.idOf(address(link)), time);
  }

  @Override
  public FailoverActs failover() {
    return failover;
  }

  @Override
  public HoleActs holes() {
    return holes;
  }

  @Override
  public ResultActs results() {
    return results;
  }

  @Override
  public AlarmActs alarms() {
    return told;
  }

  @Override
  public DataActs carried() {
    return carried;
  }

  @Override
  public CatalogActs catalog() {
    return catalog;
  }

  @Override
  public ApnActs access() {
    return access;
  }

  @Override
  public LifecycleActs lifecycle() {
    return new LifecycleActs(jobs, devices, known, this::cards, this::orders, audit, time);
  }

  @Override
  public BundleActs bundles() {
    return bundles;
  }

  @Override
  public LogActs log() {
    return new LogActs(audit);
  }

  @Override
  public Book book() {
    return audit;
  }

  @Override
  public List<PortInfo> ports() {
    links.look();
    return links.ports().get();
  }

  @Override
  public LinkAddress address(String link) {
    String name = link.replaceFirst("^sim:", "");
    return bench
        .get()
        .map(folder -> folder.resolve(name))
        .filter(at -> BenchFile.find(at).isPresent())
        .map(at -> named(new LinkAddress("serial", whole(at.toString()))))
        .orElseGet(() -> named(LinkAddress.parse(link)));
  }

  private Map<String, List<TestOrder>> testOrders() {
    return BenchOrders.of(
        bench.get(), (folder, device) -> acts.idOf(address(folder.resolve(device).toString())));
  }

  /// However a person writes the path of a port, it is the same device.
  private static LinkAddress named(LinkAddress link) {
    Optional<LinkAddress> handset =
        Optional.of(link)
            .filter(each -> each.scheme().equals("serial"))
            .flatMap(each -> BenchFile.find(Path.of(whole(each.path()))))
            .map(BenchDescription.Device::link)
            .filter(each -> each.startsWith(AdbLinks.SCHEME + ":"))
            .map(LinkAddress::parse);
    if (handset.isPresent()) {
      return handset.get();
    }
    return link.scheme().equals("serial") && link.path().contains("/")
        ? new LinkAddress("serial", whole(link.path()))
        : link;
  }

  private static String whole(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  @Override
  public List<String> warnings() {
    return links.warnings();
  }

  @Override
  public List<String> refusedProfiles() {
    return profiles.refused().stream().map(RefusedProfiles::sentence).toList();
  }

  @Override
  public List<String> refusedRoots() {
    return ways.shared().refused().stream()
        .map(each ->
            "A file in the folder of roots is not used: "
                + each.where()
                + each.evidence().map(text -> " (" + text + ")").orElse("")
                + ", "
                + each.code()
                + ".")
        .toList();
  }

  /// What the console tells about them at its start.
  List<Fault> refusedAtStart() {
    return RefusedProfiles.told(profiles.refused(), data.hardwareProfiles());
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
    devices.close();
    links.close();
    simulated.close();
    audit.close();
    store.close();
  }

  /// Simulated is a property of the link alone: the scheme `sim:`, a terminal that a bench.json
  /// lists, or a reader that exists in a program alone.
  private static boolean isSimulated(LinkAddress address) {
    return address.scheme().equals("sim")
        || (address.scheme().equals("replay") && recorded(address))
        || (address.scheme().equals(PcscLinks.SCHEME) && VirtualReaders.named(address.path()))
        || (address.scheme().equals("serial")
            && BenchFile.find(Path.of(address.path())).isPresent());
  }

  private static boolean recorded(LinkAddress address) {
    Path file = ReplayLinks.file(address);
    return Files.isRegularFile(file) && TranscriptReader.heading(file).simulated();
  }
}
