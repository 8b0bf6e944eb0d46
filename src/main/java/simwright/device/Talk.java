package simwright.device;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.at.AtEngine;
import simwright.at.AtSettings;
import simwright.at.EngineState;
import simwright.at.Urc;
import simwright.fault.Fault;
import simwright.link.Port;
import simwright.observe.Subscription;
import simwright.time.Time;

/// An open conversation of a device, and what watches it.
record Talk(AtEngine engine, Subscription state, Subscription urcs) {
  private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

  /// Over an open port; `followed` and `heard` are told what happens.
  static Talk over(
      Port port, Time time, BiConsumer<AtEngine, EngineState> followed, Consumer<Urc> heard) {
    AtEngine engine = new AtEngine(port, AtSettings.USUAL, time);
    return new Talk(
        engine,
        engine.state().subscribe(state -> followed.accept(engine, state)),
        engine.urcs().subscribe(heard));
  }

  boolean over() {
    return engine.state().get() instanceof EngineState.Ended;
  }

  /// Leaves the modem as it was found; one that does not answer is left as it is.
  void putBack() {
    if (!over() && engine.misses() == 0) {
      try {
        engine.restore();
      } catch (Fault fault) {
        LOG.debug("{} could not be put back: {}", engine.port().address(), fault.code());
      }
    }
  }

  void end() {
    state.close();
    urcs.close();
    engine.close();
  }
}
