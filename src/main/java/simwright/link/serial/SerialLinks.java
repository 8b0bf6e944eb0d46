package simwright.link.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.time.Time;

/// Serial ports through the machine's driver, with what Linux knows of them. Character devices
/// without termios are opened as files.
public final class SerialLinks implements LinkProvider {
  private static final Duration CLOSING = Duration.ofMillis(600);

  private final SerialDriver driver;
  private final Sysfs sysfs;
  private final Holders holders;
  private final Refusals refusals;
  private final Time time;
  private final Set<Path> held = new HashSet<>();

  /// The ports of this machine.
  public SerialLinks(Time time) {
    this(Path.of("/sys"), Path.of("/proc"), "/dev", time);
  }

  /// With roots of one's own, for tests.
  public SerialLinks(Path sys, Path proc, String devices, Time time) {
    this(new JSerialDriver(new UsbRoles()), sys, proc, devices, time);
  }

  SerialLinks(SerialDriver driver, Path sys, Path proc, String devices, Time time) {
    this.driver = driver;
    this.sysfs = new Sysfs(sys, devices, new UsbRoles());
    this.holders = new Holders(proc);
    this.refusals = new Refusals(holders, sysfs);
    this.time = time;
  }

  @Override
  public String scheme() {
    return "serial";
  }

  @Override
  public List<PortInfo> list() {
    Map<String, PortInfo> found = new LinkedHashMap<>();
    driver.list().forEach(info -> found.put(info.address().path(), info));
    sysfs.list().forEach(info -> found.put(info.address().path(), info));
    return new ArrayList<>(found.values());
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    Path path = device(address);
    refuseNever(address, path);
    if (!hold(path)) {
      throw Refusals.ours(address);
    }
    boolean opened = false;
    try {
      ByteLink link = open(address, path, settings);
      opened = true;
      return link;
    } finally {
      if (!opened) {
        letGo(path);
      }
    }
  }

  /// The system gives the name of a port that is being closed to the next device before we have
  /// come back from closing it.
  private boolean hold(Path path) {
    synchronized (held) {
      return time.await(held, () -> held.add(path), time.deadline(CLOSING));
    }
  }

  private void letGo(Path path) {
    synchronized (held) {
      held.remove(path);
      held.notifyAll();
    }
  }

  @Override
  public Optional<String> holder(LinkAddress address) {
    Path path = Path.of(address.path());
    return pseudoTerminal(path) || !Files.exists(path)
        ? Optional.empty()
        : holders.holder(device(address));
  }

  @Override
  public List<String> warnings() {
    return holders.modemManagerRuns()
        ? List.of(
            "ModemManager runs and may take ports for itself; keep it off one device with: mmcli"
                + " --inhibit-device=<device>, for good with the udev rule"
                + " ENV{ID_MM_DEVICE_IGNORE}=\"1\"")
        : List.of();
  }

  private ByteLink open(LinkAddress address, Path path, LinkSettings settings) {
    if (!pseudoTerminal(path) && holders.holder(path).isPresent()) {
      throw refusals.busy(address, path);
    }
    if (withoutTermios(path)) {
      return CharacterDevice.open(address, path, time, refusals, () -> letGo(path));
    }
    try {
      SerialDriver.Opened port = driver.open(path.toString(), settings);
      return new SerialLink(address, path, port, time, () -> letGo(path));
    } catch (SerialDriver.Refused refused) {
      if (refused.error() == Refusals.NOT_A_TTY && CharacterDevice.isOne(path)) {
        return CharacterDevice.open(address, path, time, refusals, () -> letGo(path));
      }
      throw refusals.fault(address, path, refused.error());
    }
  }

  private void refuseNever(LinkAddress address, Path path) {
    boolean never =
        list().stream()
            .anyMatch(info ->
                info.address().path().equals(path.toString()) && info.role() == PortRole.IGNORE);
    if (never) {
      throw new Fault(LinkCodes.NEVER_OPEN, "opening a port", address.toString());
    }
  }

  /// A served bench holds the far end itself, so who else has it open says nothing.
  private static boolean pseudoTerminal(Path path) {
    return path.startsWith("/dev/pts");
  }

  /// Kernel drivers of PCIe modems (WWAN and MHI) whose ports know no line settings.
  private static boolean withoutTermios(Path path) {
    return path.getFileName().toString().matches("(?:wwan[0-9]+(?:at|p)|mhi_).*");
  }

  private static Path device(LinkAddress address) {
    try {
      return Path.of(address.path()).toRealPath();
    } catch (IOException e) {
      throw new Fault(LinkCodes.ABSENT, "opening a port", address.toString(), null, e);
    }
  }
}
