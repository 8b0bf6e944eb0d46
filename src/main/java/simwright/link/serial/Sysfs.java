package simwright.link.serial;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;
import simwright.link.PortRole;

/// What Linux knows of its serial and WWAN ports, read from sysfs. The root may be a made-up tree.
final class Sysfs {
  private static final Pattern TTY = Pattern.compile("tty(?:USB|ACM)[0-9]+");
  private static final Pattern WWAN = Pattern.compile("wwan[0-9]+at[0-9]+");

  private final Path root;
  private final String devices;
  private final UsbRoles roles;

  /// Reads below `root` (normally `/sys`) and names ports below `devices` (normally `/dev`).
  Sysfs(Path root, String devices, UsbRoles roles) {
    this.root = root;
    this.devices = devices;
    this.roles = roles;
  }

  /// The USB and WWAN ports there are now. One that vanishes while it is read is left out.
  List<PortInfo> list() {
    List<PortInfo> found = new ArrayList<>();
    for (Path entry : entries(root.resolve("class/tty"), TTY)) {
      usb(entry).ifPresent(found::add);
    }
    for (Path entry : entries(root.resolve("class/wwan"), WWAN)) {
      found.add(wwan(entry.getFileName().toString()));
    }
    return found;
  }

  /// The device a USB port belongs to, as ModemManager names it.
  Optional<String> physicalDevice(Path port) {
    try {
      Path at = root.resolve("class/tty/" + port.getFileName() + "/device").toRealPath();
      return Optional.ofNullable(above(at, "idVendor")).map(Path::toString);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private PortInfo wwan(String name) {
    return new PortInfo(
        new LinkAddress("serial", devices + "/" + name),
        name,
        Optional.empty(),
        Optional.empty(),
        "",
        "WWAN modem",
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.AT_PRIMARY,
        false);
  }

  private Optional<PortInfo> usb(Path entry) {
    try {
      Path at = entry.resolve("device").toRealPath();
      Path face = above(at, "bInterfaceNumber");
      Path device = face == null ? null : above(face, "idVendor");
      if (face == null || device == null) {
        return Optional.empty();
      }
      String vid = text(device, "idVendor");
      String pid = text(device, "idProduct");
      OptionalInt number = OptionalInt.of(Integer.parseInt(text(face, "bInterfaceNumber"), 16));
      String serial = text(device, "serial");
      String name = entry.getFileName().toString();
      return Optional.of(
          new PortInfo(
              new LinkAddress("serial", devices + "/" + name),
              name,
              Optional.of(vid),
              Optional.of(pid),
              text(device, "manufacturer"),
              text(device, "product"),
              serial.isEmpty() ? Optional.empty() : Optional.of(serial),
              Optional.of(device.getFileName().toString()),
              number,
              roles.role(vid, pid, number),
              false));
    } catch (IOException | NumberFormatException vanished) {
      return Optional.empty();
    }
  }

  private @Nullable Path above(Path from, String file) {
    for (Path at = from; at != null && at.getNameCount() > 1; at = at.getParent()) {
      if (Files.exists(at.resolve(file))) {
        return at;
      }
    }
    return null;
  }

  private static String text(Path folder, String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : "";
  }

  private static List<Path> entries(Path folder, Pattern names) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path entry : all) {
          if (names.matcher(entry.getFileName().toString()).matches()) {
            found.add(entry);
          }
        }
      } catch (IOException | DirectoryIteratorException vanished) {
        return found;
      }
    }
    return found;
  }
}
