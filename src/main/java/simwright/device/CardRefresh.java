package simwright.device;

import simwright.hardware.CardAccess;

/// How a device learns that the profile in use has changed.
public final class CardRefresh {
  private CardRefresh() {}

  /// Whether its family looks at its card again only after a cycle of its radio.
  public static boolean needsRadioCycle(Device device) {
    return !device.view().get().cardReader()
        && device
            .profile()
            .card()
            .refresh()
            .filter(CardAccess.Refresh.RADIO_CYCLE::equals)
            .isPresent();
  }
}
