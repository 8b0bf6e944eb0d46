package simwright.link.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// A made-up sysfs tree with USB modems and WWAN ports.
final class MadeUpBus {
  final Path sys;

  MadeUpBus(Path root) throws IOException {
    this.sys = root.resolve("sys");
    Files.createDirectories(sys.resolve("class/tty"));
    Files.createDirectories(sys.resolve("class/wwan"));
  }

  /// A USB device at a place such as `1-2.3`; an empty serial number means none.
  Path device(String place, String vid, String pid, String serial) throws IOException {
    Path device = Files.createDirectories(sys.resolve("devices/pci0000:00/usb1/" + place));
    put(device, "idVendor", vid);
    put(device, "idProduct", pid);
    put(device, "manufacturer", "Maker");
    put(device, "product", "Modem");
    if (serial.isEmpty()) {
      Files.deleteIfExists(device.resolve("serial"));
    } else {
      put(device, "serial", serial);
    }
    return device;
  }

  /// The port of one of its interfaces: `ttyUSB` sits one folder deeper than `ttyACM`.
  void port(Path device, int face, String name) throws IOException {
    Path at = Files.createDirectories(device.resolve(device.getFileName() + ":1." + face));
    if (!Files.exists(at.resolve("bInterfaceNumber"))) {
      put(at, "bInterfaceNumber", HexFormat.of().toHexDigits((byte) face));
    }
    Path target = name.startsWith("ttyUSB") ? Files.createDirectories(at.resolve("usb")) : at;
    Path node = Files.createDirectories(target.resolve("tty"));
    if (!Files.isSymbolicLink(node.resolve("device"))) {
      Files.createSymbolicLink(node.resolve("device"), target);
    }
    Files.createSymbolicLink(sys.resolve("class/tty/" + name), node);
  }

  void wwan(String name) throws IOException {
    Files.createDirectories(sys.resolve("class/wwan/" + name));
  }

  void unplugAll() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(sys.resolve("class/tty"))) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
  }

  private static void put(Path folder, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text + "\n", StandardCharsets.UTF_8);
  }
}
