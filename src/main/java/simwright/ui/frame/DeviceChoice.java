package simwright.ui.frame;

import simwright.device.Attachment;
import simwright.ui.fx.DeviceText;

/// A device as the chooser offers it.
public record DeviceChoice(String id, String title) {
  /// The choice of a device.
  public static DeviceChoice of(Attachment device) {
    return new DeviceChoice(device.id(), DeviceText.literal(device.title()));
  }

  /// A device as a person names it where only its id is known: of a port's path the last name.
  public static String name(String id) {
    boolean path = id.startsWith("serial:") || id.startsWith("sim:");
    String name = path ? id.substring(Math.max(id.lastIndexOf('/'), id.indexOf(':')) + 1) : id;
    return DeviceText.literal(name);
  }

  @Override
  public String toString() {
    return title;
  }
}
