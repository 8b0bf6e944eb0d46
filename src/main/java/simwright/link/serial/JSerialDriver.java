package simwright.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import simwright.link.LinkAddress;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;

/// The machine's serial ports through jSerialComm.
final class JSerialDriver implements SerialDriver {
  /// While the library lists (2.11.4, `enumeratePorts`), it throws away every port that it does not
  /// find on the machine and that is not open yet; the memory of one that is being opened at that
  /// moment is then given to another, and both lead to one device. So it opens ports side by side
  /// but lists by itself. All of the program shares the library.
  private static final ReadWriteLock LIBRARY = new ReentrantReadWriteLock();

  private static final Duration LISTING = Duration.ofSeconds(1);

  private final UsbRoles roles;
  private volatile List<PortInfo> last = List.of();

  JSerialDriver(UsbRoles roles) {
    this.roles = roles;
  }

  /// Pseudo-terminals that this program has opened by name are listed by jSerialComm from then on;
  /// they are no hardware.
  private static final String PSEUDO = "/dev/pts/";

  /// What it listed last where a port's opening holds it up.
  @Override
  public List<PortInfo> list() {
    if (taken()) {
      try {
        last = listed();
      } finally {
        LIBRARY.writeLock().unlock();
      }
    }
    return last;
  }

  private static boolean taken() {
    try {
      return LIBRARY.writeLock().tryLock(LISTING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<PortInfo> listed() {
    List<PortInfo> found = new ArrayList<>();
    for (SerialPort port : SerialPort.getCommPorts()) {
      if (!port.getSystemPortPath().startsWith(PSEUDO)) {
        found.add(info(port));
      }
    }
    return List.copyOf(found);
  }

  @Override
  public Opened open(String path, LinkSettings settings) throws Refused {
    LIBRARY.readLock().lock();
    try {
      return opened(path, settings);
    } finally {
      LIBRARY.readLock().unlock();
    }
  }

  private static Opened opened(String path, LinkSettings settings) throws Refused {
    SerialPort port = SerialPort.getCommPort(path);
    port.setComPortParameters(settings.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(
        settings.hardwareFlow()
            ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
            : SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    if (!port.openPort(0)) {
      throw new Refused(port.getLastErrorCode());
    }
    modemLines(port, settings);
    return new Open(port);
  }

  /// Raises or drops DTR and RTS. Pseudo-terminals and some drivers cannot; that is never fatal, so
  /// the answers are not used.
  private static void modemLines(SerialPort port, LinkSettings settings) {
    boolean unused =
        (settings.dtr() ? port.setDTR() : port.clearDTR())
            & (settings.rts() ? port.setRTS() : port.clearRTS());
  }

  private PortInfo info(SerialPort port) {
    boolean usb = port.getVendorID() >= 0;
    String vid = usb ? hex(port.getVendorID()) : "";
    String pid = usb ? hex(port.getProductID()) : "";
    return new PortInfo(
        new LinkAddress("serial", port.getSystemPortPath()),
        port.getSystemPortName(),
        Optional.of(vid).filter(id -> usb),
        Optional.of(pid).filter(id -> usb),
        known(port.getManufacturer()),
        known(port.getPortDescription()),
        Optional.of(known(port.getSerialNumber())).filter(text -> !text.isEmpty()),
        Optional.of(known(port.getPortLocation())).filter(text -> usb && !text.isEmpty()),
        OptionalInt.empty(),
        roles.role(vid, pid, OptionalInt.empty()),
        false);
  }

  private static String known(String text) {
    return text == null || text.equalsIgnoreCase("unknown") || text.equals("0-0") ? "" : text;
  }

  private static String hex(int id) {
    return String.format(Locale.ROOT, "%04x", id);
  }

  private record Open(SerialPort port) implements Opened {
    @Override
    public int read(byte[] buffer) {
      return port.readBytes(buffer, buffer.length);
    }

    @Override
    public int write(byte[] bytes) {
      return port.writeBytes(bytes, bytes.length);
    }

    @Override
    public int waiting() {
      return port.bytesAwaitingWrite();
    }

    @Override
    public void close() {
      boolean unused = port.closePort();
    }
  }
}
