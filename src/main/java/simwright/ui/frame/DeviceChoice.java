package simwright.ui.frame;

import simwright.device.Attachment;
import simwright.ui.fx.DeviceText;

/// A device as the chooser offers it.
public record DeviceChoice(String id, String title) {
  /// The choice of a device.
  public static DeviceChoice of(Attachment device) {
    return new DeviceChoice(device.id(), DeviceText.literal(device.title()));
  }

  @Override
  public String toString() {
    return title;
  }
}
