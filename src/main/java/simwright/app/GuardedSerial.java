package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.LabCodes;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.serial.SerialLinks;

/// The serial ports, except what a bench left behind when its program was killed: the terminal may
/// be somebody else's by now, and no device.
final class GuardedSerial implements LinkProvider {
  private final SerialLinks serial;

  GuardedSerial(SerialLinks serial) {
    this.serial = serial;
  }

  @Override
  public String scheme() {
    return serial.scheme();
  }

  @Override
  public List<PortInfo> list() {
    return serial.list();
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    return serial.open(address, settings);
  }

  @Override
  public LinkAddress carried(LinkAddress address) {
    Path path = Path.of(address.path());
    Optional<BenchDescription.Device> published = BenchFile.find(path);
    if (published.isPresent()) {
      BenchDescription unused =
          BenchControl.served(Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path));
      if (!published.get().plugged()) {
        throw new Fault(LabCodes.UNPLUGGED, "opening a device", address.toString());
      }
    }
    return serial.carried(address);
  }

  @Override
  public Optional<String> holder(LinkAddress address) {
    return serial.holder(address);
  }

  @Override
  public List<String> warnings() {
    return serial.warnings();
  }
}
