package simwright.acceptance;

import simwright.lab.Disturbance;

/// What a bench can do around a device by itself: to its supply, its antenna's line, its card slot,
/// its network, the servers.
@FunctionalInterface
public interface Surroundings {
  /// Does it; false where this bench cannot, so that a person has to.
  boolean does(Disturbance act);

  /// A bench where a person does everything.
  static Surroundings byHand() {
    return _ -> false;
  }
}
