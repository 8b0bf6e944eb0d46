package simwright.job;

import java.util.Map;

/// What a person asks for: the act in lower case with dots (`device.connect`), the device's id or
/// "", and with what. Values are text, whole numbers, booleans or identifiers; never secrets.
public record JobRequest(String act, String device, Map<String, Object> with) {
  /// An act without particulars.
  public static JobRequest of(String act, String device) {
    return new JobRequest(act, device, Map.of());
  }
}
