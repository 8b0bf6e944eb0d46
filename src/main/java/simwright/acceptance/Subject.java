package simwright.acceptance;

import java.util.Map;

/// What a run is made on: the device's id, model, firmware revision and hardware profile as they
/// were told, and its identities as the log knows them (kind and pseudonym).
public record Subject(
    String device,
    String model,
    String revision,
    String hardwareProfile,
    boolean simulated,
    Map<String, String> identities) {
  /// A device of which nothing but its id is known.
  public static Subject of(String device) {
    return new Subject(device, "", "", "", false, Map.of());
  }
}
