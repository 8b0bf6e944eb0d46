package simwright.sim.network;

import java.util.List;

/// A mobile network that can be received at the bench: its number (MCC and MNC) and its names.
public record Operator(String plmn, String name, String shortName) {
  /// All there are: home, a roaming partner, and one that takes nobody.
  public static final List<Operator> ALL =
      List.of(
          new Operator(Network.PLMN, Network.NAME, "SWTest"),
          new Operator("00102", "Simwright Roaming", "SWRoam"),
          new Operator(Network.CLOSED, "Simwright Closed", "SWClosed"));
}
