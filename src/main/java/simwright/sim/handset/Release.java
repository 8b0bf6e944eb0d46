package simwright.sim.handset;

/// The Android releases whose text shapes are played.
public enum Release {
  /// Android 10: no switch for flight mode on its shell, no subscription commands.
  ANDROID_10("10", 29, "Pixel 3a"),
  /// Android 12.
  ANDROID_12("12", 31, "Pixel 5"),
  /// Android 14: 5G standalone, two slots in use.
  ANDROID_14("14", 34, "Pixel 8");

  private final String number;
  private final int api;
  private final String model;

  Release(String number, int api, String model) {
    this.number = number;
    this.api = api;
    this.model = model;
  }

  /// As people call it.
  public String number() {
    return number;
  }

  int api() {
    return api;
  }

  /// The model that is played with it.
  public String model() {
    return model;
  }

  boolean switchesFlightMode() {
    return api >= 30;
  }
}
