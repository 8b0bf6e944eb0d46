package simwright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.link.adb.AdbLinks;

/// Lists the devices of a served bench among the ports; they are opened as the serial ports they
/// are. Handsets are listed by the adb server that is connected to them.
final class ServedPorts implements LinkProvider {
  private final Supplier<Optional<Path>> folder;

  ServedPorts(Supplier<Optional<Path>> folder) {
    this.folder = folder;
  }

  @Override
  public String scheme() {
    return "bench";
  }

  @Override
  public List<PortInfo> list() {
    return folder
        .get()
        .filter(dir -> Files.exists(dir.resolve(BenchFile.NAME)))
        .map(ServedPorts::devices)
        .orElse(List.of());
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a link", address.toString());
  }

  /// A bench that ends while it is read has no devices any more.
  private static List<PortInfo> devices(Path dir) {
    try {
      BenchDescription bench = BenchFile.read(dir);
      if (!BenchControl.serves(bench)) {
        return List.of();
      }
      return bench.devices().stream()
          .filter(BenchDescription.Device::plugged)
          .filter(each -> !each.link().startsWith(AdbLinks.SCHEME + ":"))
          .map(ServedPorts::port)
          .toList();
    } catch (Fault ended) {
      return List.of();
    }
  }

  private static PortInfo port(BenchDescription.Device device) {
    return new PortInfo(
        LinkAddress.parse(device.link()),
        device.id(),
        Optional.empty(),
        Optional.empty(),
        "Simwright",
        device.hardwareProfile(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.AT_PRIMARY,
        true);
  }
}
