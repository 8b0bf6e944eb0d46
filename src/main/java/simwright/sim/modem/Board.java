package simwright.sim.modem;

import simwright.sim.network.Network;

/// The parts on the modem's board that its commands work on.
record Board(
    Persona who,
    Settings settings,
    Timers timers,
    Host host,
    Network network,
    Slots slots,
    Contexts contexts,
    Carrier carrier,
    Radio radio,
    Supply supply,
    Storage storage) {
  /// The way back to whoever uses the modem.
  interface Host {
    /// An unsolicited line.
    void unsolicited(String line);

    /// The modem vanishes from the bus and comes back.
    void reenumerate();

    /// The modem goes to sleep and hears nothing more until it is woken.
    void sleep();
  }
}
