package simwright.ui.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.device.Attachment;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A port in the quiet list: what the system says about it, and whether it may be probed.
public record PortRow(String id, String name, String about, boolean mayProbe) {
  /// Whether a device belongs into the quiet list: nobody knows it and nobody asked for it.
  public static boolean quiet(Attachment device) {
    boolean speaks =
        device.port().role() == PortRole.AT_PRIMARY || device.hardwareProfile().isPresent();
    return device.state() == Attachment.State.SEEN && !speaks && !device.byHand();
  }

  /// The row of a device.
  public static PortRow of(Attachment device) {
    PortInfo port = device.port();
    Optional<String> usb = port.vid().flatMap(vid -> port.pid().map(pid -> vid + ":" + pid));
    String about =
        Stream.of(
                List.of(port.maker(), port.product()),
                usb.stream().toList(),
                List.of(role(port.role())))
            .flatMap(List::stream)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" · "));
    boolean mayProbe =
        Set.of(PortRole.UNKNOWN, PortRole.AT_SECONDARY, PortRole.CARD_READER).contains(port.role());
    return new PortRow(
        device.id(), DeviceText.literal(port.name()), DeviceText.literal(about), mayProbe);
  }

  private static String role(PortRole role) {
    return switch (role) {
      case AT_PRIMARY, AT_SECONDARY -> Text.of("role.at");
      case CARD_READER -> Text.of("role.reader");
      case DIAGNOSTIC -> Text.of("role.diagnostic");
      case NMEA -> Text.of("role.nmea");
      case DATA -> Text.of("role.data");
      case IGNORE -> Text.of("role.ignore");
      case UNKNOWN -> Text.of("role.unknown");
    };
  }
}
