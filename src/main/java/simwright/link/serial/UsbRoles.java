package simwright.link.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import simwright.link.PortRole;

/// What a port is for, looked up by USB ids and interface number in `usb-ports.csv`.
final class UsbRoles {
  private final Map<String, PortRole> roles = new HashMap<>();

  UsbRoles() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    UsbRoles.class.getResourceAsStream("/simwright/link/usb-ports.csv")),
                StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(this::row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The role of an interface; rows without interface hold for the whole device.
  PortRole role(String vid, String pid, OptionalInt interfaceNumber) {
    String device = vid + "," + pid + ",";
    PortRole whole = roles.get(device);
    if (whole != null) {
      return whole;
    }
    if (interfaceNumber.isEmpty()) {
      return PortRole.UNKNOWN;
    }
    return roles.getOrDefault(device + interfaceNumber.getAsInt(), PortRole.UNKNOWN);
  }

  private void row(String line) {
    int last = line.lastIndexOf(',');
    roles.put(line.substring(0, last), PortRole.valueOf(line.substring(last + 1)));
  }
}
