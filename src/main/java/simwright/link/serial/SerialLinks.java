package simwright.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.time.Time;

/// Serial ports through jSerialComm, with what Linux knows of them. Character devices without
/// termios are opened as files.
public final class SerialLinks implements LinkProvider {
  private static final int BUSY = 16;
  private static final int LOCKED = 11;
  private static final int REFUSED = 13;
  private static final int NOT_A_TTY = 25;

  private final Sysfs sysfs;
  private final Holders holders;
  private final Time time;
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  /// The ports of this machine.
  public SerialLinks(Time time) {
    this(Path.of("/sys"), Path.of("/proc"), "/dev", time);
  }

  /// With roots of one's own, for tests.
  public SerialLinks(Path sys, Path proc, String devices, Time time) {
    this.sysfs = new Sysfs(sys, devices, new UsbRoles());
    this.holders = new Holders(proc);
    this.time = time;
  }

  @Override
  public String scheme() {
    return "serial";
  }

  @Override
  public List<PortInfo> list() {
    Map<String, PortInfo> found = new LinkedHashMap<>();
    for (SerialPort port : SerialPort.getCommPorts()) {
      PortInfo info = info(port);
      found.put(info.address().path(), info);
    }
    for (PortInfo info : sysfs.list()) {
      found.put(info.address().path(), info);
    }
    return new ArrayList<>(found.values());
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    Path path = device(address);
    boolean never =
        sysfs.list().stream()
            .anyMatch(info ->
                info.address().path().equals(path.toString()) && info.role() == PortRole.IGNORE);
    if (never) {
      throw new Fault(LinkCodes.NEVER_OPEN, "opening a port", address.toString());
    }
    if (path.getFileName().toString().startsWith("wwan")) {
      return CharacterDevice.open(address, path, time);
    }
    if (!held.add(path)) {
      throw new Fault(
          LinkCodes.BUSY, "opening a port", address.toString(), "held by this program", null);
    }
    SerialPort port = SerialPort.getCommPort(path.toString());
    port.setComPortParameters(settings.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(
        settings.hardwareFlow()
            ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
            : SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialLink.READ_MILLIS, 0);
    if (!port.openPort(0)) {
      held.remove(path);
      throw refusal(address, path, port.getLastErrorCode());
    }
    modemLines(port, settings);
    return new SerialLink(address, port, time, () -> held.remove(path));
  }

  /// Raises or drops DTR and RTS. Pseudo-terminals and some drivers cannot; that is never fatal, so
  /// the answers are not used.
  private static void modemLines(SerialPort port, LinkSettings settings) {
    boolean unused =
        (settings.dtr() ? port.setDTR() : port.clearDTR())
            & (settings.rts() ? port.setRTS() : port.clearRTS());
  }

  private Path device(LinkAddress address) {
    try {
      return Path.of(address.path()).toRealPath();
    } catch (IOException e) {
      throw new Fault(LinkCodes.ABSENT, "opening a port", address.toString(), null, e);
    }
  }

  private Fault refusal(LinkAddress address, Path path, int error) {
    FaultCode code =
        !Files.exists(path)
            ? LinkCodes.ABSENT
            : switch (error) {
              case BUSY, LOCKED -> LinkCodes.BUSY;
              case REFUSED -> LinkCodes.FORBIDDEN;
              case NOT_A_TTY -> LinkCodes.UNOPENABLE;
              default -> holders.holder(path).isPresent() ? LinkCodes.BUSY : LinkCodes.UNOPENABLE;
            };
    return new Fault(code, "opening a port", address.toString(), hint(code, path, error), null);
  }

  private String hint(FaultCode code, Path path, int error) {
    if (code.equals(LinkCodes.BUSY)) {
      return holders.holder(path).map(who -> "held by " + who).orElse("held by another program")
          + (holders.modemManagerRuns() ? "; ModemManager runs: mmcli --inhibit-device" : "");
    }
    return code.equals(LinkCodes.FORBIDDEN)
        ? "join the group dialout, then sign in again"
        : "error " + error + " of the operating system";
  }

  private static PortInfo info(SerialPort port) {
    String path = port.getSystemPortPath();
    int vid = port.getVendorID();
    return new PortInfo(
        new LinkAddress("serial", path),
        port.getSystemPortName(),
        vid < 0 ? Optional.empty() : Optional.of(hex(vid)),
        vid < 0 ? Optional.empty() : Optional.of(hex(port.getProductID())),
        known(port.getManufacturer()),
        known(port.getPortDescription()),
        Optional.of(known(port.getSerialNumber())).filter(text -> !text.isEmpty()),
        Optional.of(known(port.getPortLocation())).filter(text -> !text.isEmpty()),
        OptionalInt.empty(),
        PortRole.UNKNOWN,
        false);
  }

  private static String known(String text) {
    return text == null || text.equalsIgnoreCase("unknown") || text.equals("0-0") ? "" : text;
  }

  private static String hex(int id) {
    String text = Integer.toHexString(id);
    return "0".repeat(Math.max(0, 4 - text.length())) + text;
  }
}
