package simwright.lab;

/// What can be done to a simulated device from outside.
public sealed interface Disturbance {
  /// The cable is pulled.
  record Unplug() implements Disturbance {}

  /// The cable is put back; a new terminal appears under the same published name.
  record Plug() implements Disturbance {}

  /// The modem reboots, with its boot messages.
  record Reboot() implements Disturbance {}

  /// Radio conditions move: RSRP in dBm at the antenna; below the floor the network is lost.
  record Radio(int rsrpDbm) implements Disturbance {}

  /// A fault specification such as `silence:30s` or `flip:0.01` holds from now; "" ends all faults.
  record Faults(String specification) implements Disturbance {}

  /// The SIM is taken out or put in.
  record Sim(boolean inserted) implements Disturbance {}
}
