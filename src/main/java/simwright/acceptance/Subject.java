package simwright.acceptance;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a run is made on: the device's id, model, firmware revision and hardware profile as they
/// were told, its identities as the log knows them (kind and pseudonym), and what else it told of
/// itself, by name.
public record Subject(
    String device,
    String model,
    String revision,
    String hardwareProfile,
    boolean simulated,
    Map<String, String> identities,
    Map<String, String> facts) {
  /// The fact that names the network the device is registered in, by the name or number that it
  /// tells.
  public static final String NETWORK = "network";

  /// Facts stand in the order of their names, as the log keeps them.
  public Subject {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// A device that told nothing else.
  public Subject(
      String device,
      String model,
      String revision,
      String hardwareProfile,
      boolean simulated,
      Map<String, String> identities) {
    this(device, model, revision, hardwareProfile, simulated, identities, Map.of());
  }

  /// A device of which nothing but its id is known.
  public static Subject of(String device) {
    return new Subject(device, "", "", "", false, Map.of());
  }
}
