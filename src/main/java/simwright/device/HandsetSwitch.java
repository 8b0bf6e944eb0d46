package simwright.device;

/// What of a handset may be switched from outside without root, beside flight mode.
public enum HandsetSwitch {
  /// Mobile data as a whole.
  MOBILE_DATA,
  /// Data Saver: what applications would do in the background over a metered network is held back,
  /// of all of them but those that a person allowed (Android 7 and later).
  DATA_SAVER
}
