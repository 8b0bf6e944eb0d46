package simwright.link.adb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;
import simwright.link.PortRole;

/// One line of the adb server's list: a serial number, a state, and what it knows by keys such as
/// `model:Pixel_7`.
record DeviceLine(String serial, String state, Map<String, String> known) {
  /// Reads all lines; the state may be several words, as in `no permissions (...)`.
  static List<DeviceLine> all(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(DeviceLine::read).toList();
  }

  private static DeviceLine read(String line) {
    String[] words = line.strip().split("\\s+");
    Map<String, String> known = new HashMap<>();
    for (int i = 2; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      if (colon > 0) {
        known.put(words[i].substring(0, colon), words[i].substring(colon + 1));
      }
    }
    return new DeviceLine(words[0], words.length > 1 ? words[1] : "", Map.copyOf(known));
  }

  /// Whether it says of itself that it is the simulated handset.
  boolean played() {
    return "simwright".equals(known.get("product"));
  }

  PortInfo port(boolean simulated) {
    String product =
        Optional.ofNullable(known.get("model")).map(name -> name.replace('_', ' ')).orElse("");
    return new PortInfo(
        new LinkAddress(AdbLinks.SCHEME, serial),
        serial,
        Optional.empty(),
        Optional.empty(),
        "",
        (product.isEmpty() ? "Handset" : product) + words(),
        Optional.of(serial),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.UNKNOWN,
        simulated);
  }

  private String words() {
    return switch (state) {
      case "device" -> "";
      case "unauthorized", "authorizing" -> ", waits to be allowed on its screen";
      case "no" -> ", may not be opened by this user";
      default -> ", " + state;
    };
  }
}
