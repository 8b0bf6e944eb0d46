package simwright.sim;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench;
import simwright.sim.network.Network;
import simwright.sim.pty.PseudoTerminal;
import simwright.sim.server.BenchServers;
import simwright.sim.vpcd.AnswerToReset;
import simwright.sim.vpcd.VirtualReader;
import simwright.time.Time;

/// The bench in the box: devices on pseudo-terminals, published as links in a folder with
/// `bench.json`; where there are no pseudo-terminals, devices within this program.
public final class SimBench implements SimulatedBench {
  /// Cards in readers are numbered from here on, those in devices from 1.
  private static final int READERS = 900;

  private record Placed(DeviceRequest request, SimDevice device) {}

  private final HardwareProfiles profiles;
  private final Time time;
  private final ProcessLinks links;
  private final boolean terminals;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Map<String, SimHandset> handsets = new LinkedHashMap<>();
  private final Network network = new Network(new Random(20_260_101));
  private final SecureRandom random = new SecureRandom();
  private final List<VirtualReader> readers = new ArrayList<>();
  private @Nullable Cards cards;
  private @Nullable BenchServers servers;
  private @Nullable BenchFolder folder;
  private BenchControl.@Nullable Server control;

  /// Offers every family of hardware, on pseudo-terminals where this machine has them.
  public SimBench(HardwareProfiles profiles, Time time) {
    this(profiles, time, new ProcessLinks(), PseudoTerminal.available());
  }

  /// The same; without terminals the devices are reached through `links`.
  public SimBench(HardwareProfiles profiles, Time time, ProcessLinks links, boolean terminals) {
    this.profiles = profiles;
    this.time = time;
    this.links = links;
    this.terminals = terminals;
  }

  @Override
  public BenchDescription start(Path dir, List<DeviceRequest> devices) {
    return start(dir, devices, false);
  }

  private synchronized BenchDescription start(
      Path dir, List<DeviceRequest> devices, boolean withServers) {
    try {
      devices.forEach(this::place);
      BenchFolder taken = BenchFolder.take(dir);
      folder = taken;
      if (withServers) {
        openServers();
      }
      placed.values().forEach(each -> each.device().stand());
      control = BenchControl.serve(taken.dir(), this::disturb, time);
      return publish();
    } catch (Fault fault) {
      close();
      throw fault;
    }
  }

  @Override
  public BenchDescription serve(Path dir, List<DeviceRequest> devices) {
    if (!terminals) {
      throw new Fault(LabCodes.NO_TERMINALS, "serving a bench", dir.toString());
    }
    return start(dir, devices, false);
  }

  @Override
  public BenchDescription serveAll(Path dir, List<DeviceRequest> devices) {
    if (!terminals) {
      throw new Fault(LabCodes.NO_TERMINALS, "serving a bench", dir.toString());
    }
    return start(dir, devices, true);
  }

  @Override
  public synchronized BenchDescription startServers() {
    openServers();
    return publish();
  }

  private void openServers() {
    Cards made = cards();
    BenchServers started = new BenchServers(made.pki(), network, random, time);
    made.eids().forEach(started::announce);
    placed.keySet().forEach(started::forTests);
    started.whenChanged(this::ordersChanged);
    servers = started;
  }

  /// Not on the thread of the server that says so.
  private void ordersChanged() {
    var unused = time.after(Duration.ZERO, "publishing a bench", this::publishAgain);
  }

  @Override
  public synchronized void insertCard(InetSocketAddress address) {
    int number = READERS + readers.size();
    var card = cards().make(number, Personas.card(number), "");
    VirtualReader reader = new VirtualReader(card, AnswerToReset.T0, address, time);
    reader.insert();
    readers.add(reader);
  }

  @Override
  public void disturb(String id, Disturbance disturbance) {
    if (disturbance instanceof Disturbance.Server(String how)) {
      running().misbehave(how);
      return;
    }
    Placed each;
    SimHandset handset;
    String known;
    synchronized (this) {
      each = placed.get(id);
      handset = handsets.get(id);
      Set<String> all = new LinkedHashSet<>(placed.keySet());
      all.addAll(handsets.keySet());
      known = String.join(", ", all);
    }
    if (handset != null) {
      handset.disturb(disturbance);
      BenchDescription unused = publish();
      return;
    }
    if (each == null) {
      throw new Fault(LabCodes.NO_DEVICE, "disturbing a device", id, "there are: " + known, null);
    }
    each.device().disturb(disturbance);
    BenchDescription unused = publish();
  }

  @Override
  public synchronized void close() {
    if (control != null) {
      control.close();
      control = null;
    }
    readers.forEach(VirtualReader::close);
    readers.clear();
    placed.values().forEach(each -> each.device().close());
    placed.keySet().forEach(id -> Optional.ofNullable(folder).ifPresent(at -> at.remove(id)));
    placed.clear();
    handsets.values().forEach(SimHandset::close);
    handsets.clear();
    if (servers != null) {
      servers.close();
      servers = null;
    }
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }

  private void place(DeviceRequest request) {
    Optional<SimHandset> handset = SimHandset.of(request.device(), time);
    if (handset.isPresent()) {
      handsets.put(request.id(), handset.get());
      return;
    }
    Offers.Offer offer =
        Offers.find(profiles, request.device())
            .orElseThrow(() ->
                new Fault(
                    LabCodes.NOT_OFFERED,
                    "offering a device",
                    request.device(),
                    "there are: "
                        + String.join(" ", Offers.names(profiles))
                        + " "
                        + String.join(" ", SimHandset.names()),
                    null));
    var persona = Personas.make(offer, placed.size() + 1, cards());
    persona.sims().forEach(sim -> network.subscribe(sim.subscription().other(0)));
    SimDevice device =
        new SimDevice(
            persona,
            network,
            time,
            cables(request.id()),
            request.faults(),
            request.seed(),
            this::publishAgain);
    placed.put(request.id(), new Placed(request, device));
  }

  private synchronized BenchServers running() {
    BenchServers there = servers;
    if (there == null) {
      throw new Fault(LabCodes.SERVER, "disturbing the servers", "none was started");
    }
    return there;
  }

  private synchronized Cards cards() {
    Cards there = cards;
    if (there == null) {
      there = Cards.fresh(time);
      cards = there;
    }
    return there;
  }

  private Supplier<Cable> cables(String id) {
    return () -> {
      if (terminals) {
        return new TerminalCable(time);
      }
      ProcessCable cable = new ProcessCable(links, id, time);
      links.add(cable);
      return cable;
    };
  }

  private void publishAgain() {
    BenchDescription unused = publish();
  }

  private synchronized BenchDescription publish() {
    BenchFolder at = folder;
    List<BenchDescription.Device> devices = new ArrayList<>();
    if (at == null) {
      return new BenchDescription(1, "", devices);
    }
    for (Placed each : placed.values()) {
      devices.add(published(at, each));
    }
    handsets.forEach((id, handset) ->
        devices.add(
            new BenchDescription.Device(
                id,
                "adb:" + handset.place(),
                handset.place(),
                "handset",
                0,
                "",
                handset.plugged())));
    String address = control == null ? "" : control.address();
    BenchServers running = servers;
    BenchDescription bench =
        running == null
            ? new BenchDescription(1, address, List.copyOf(devices))
            : new BenchDescription(
                1, address, List.copyOf(devices), running.servers(at.dir()), running.orders());
    BenchFile.write(at.dir(), bench);
    return bench;
  }

  /// A device on a terminal gets a link in the folder; one within this program has its address.
  private BenchDescription.Device published(BenchFolder at, Placed each) {
    String id = each.request().id();
    Optional<String> path = each.device().path();
    if (terminals) {
      path.ifPresentOrElse(to -> at.point(id, to), () -> at.remove(id));
    }
    String link =
        terminals ? at.dir().resolve(id).toString() : path.map(to -> "sim:" + to).orElse("");
    return new BenchDescription.Device(
        id,
        link,
        terminals ? path.orElse("") : link,
        each.device().hardwareProfile(),
        each.request().seed(),
        each.device().faults(),
        path.isPresent());
  }
}
