package simwright.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench;
import simwright.sim.fault.FaultPlan;
import simwright.sim.network.Network;
import simwright.time.Time;

/// The bench in the box: devices on pseudo-terminals, published as links in a folder with
/// `bench.json`.
public final class SimBench implements SimulatedBench {
  private record Placed(DeviceRequest request, SimDevice device) {}

  private final HardwareProfiles profiles;
  private final Time time;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Network network = new Network(new Random(20_260_101));
  private @Nullable Path folder;
  private BenchControl.@Nullable Server control;

  /// Offers the families that have a simulator section.
  public SimBench(HardwareProfiles profiles, Time time) {
    this.profiles = profiles;
    this.time = time;
  }

  @Override
  public synchronized BenchDescription start(Path dir, List<DeviceRequest> devices) {
    try {
      Files.createDirectories(dir);
      folder = dir.toRealPath();
    } catch (IOException e) {
      throw new Fault(
          LabCodes.FOLDER, "making the bench's folder", dir.toString(), e.getMessage(), e);
    }
    for (DeviceRequest request : devices) {
      place(request);
    }
    placed.values().forEach(each -> each.device().stand());
    control = BenchControl.serve(folder, this::disturb, time);
    return publish();
  }

  @Override
  public void disturb(String id, Disturbance disturbance) {
    Placed each;
    synchronized (this) {
      each = placed.get(id);
    }
    if (each == null) {
      throw new Fault(LabCodes.NO_DEVICE, "disturbing a device", id);
    }
    each.device().disturb(disturbance);
    BenchDescription unused = publish();
  }

  @Override
  public synchronized void close() {
    if (control != null) {
      control.close();
    }
    placed.values().forEach(each -> each.device().close());
    Path dir = folder;
    if (dir != null) {
      placed.keySet().forEach(id -> remove(dir.resolve(id)));
      remove(dir.resolve(BenchFile.NAME));
    }
    placed.clear();
  }

  private void place(DeviceRequest request) {
    HardwareProfile profile =
        profiles
            .simulated(request.device())
            .orElseThrow(
                () -> new Fault(LabCodes.NOT_OFFERED, "offering a device", request.device()));
    var persona = Personas.make(profile, placed.size() + 1);
    persona.sims().forEach(sim -> network.subscribe(sim.subscription().other(0)));
    FaultPlan faults = FaultPlan.parse(request.faults());
    SimDevice device =
        new SimDevice(persona, network, time, faults, request.seed(), this::publishAgain);
    placed.put(request.id(), new Placed(request, device));
  }

  private void publishAgain() {
    BenchDescription unused = publish();
  }

  private synchronized BenchDescription publish() {
    Path dir = folder;
    List<BenchDescription.Device> devices = new ArrayList<>();
    if (dir == null) {
      return new BenchDescription(1, "", devices);
    }
    for (Placed each : placed.values()) {
      Path link = dir.resolve(each.request().id());
      Optional<String> path = each.device().path();
      path.ifPresentOrElse(to -> point(link, to), () -> remove(link));
      devices.add(
          new BenchDescription.Device(
              each.request().id(),
              link.toString(),
              path.orElse(""),
              each.device().hardwareProfile(),
              each.request().seed(),
              each.request().faults(),
              path.isPresent()));
    }
    String address = control == null ? "" : control.address();
    BenchDescription bench = new BenchDescription(1, address, List.copyOf(devices));
    BenchFile.write(dir, bench);
    return bench;
  }

  private static void point(Path link, String to) {
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(to))) {
        return;
      }
      Files.deleteIfExists(link);
      Path unused = Files.createSymbolicLink(link, Path.of(to));
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "publishing a device", link.toString(), e.getMessage(), e);
    }
  }

  private static void remove(Path link) {
    try {
      boolean unused = Files.deleteIfExists(link);
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "removing a device", link.toString(), e.getMessage(), e);
    }
  }
}
