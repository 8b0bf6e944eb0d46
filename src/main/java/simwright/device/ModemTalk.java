package simwright.device;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.apdu.CardApplication;
import simwright.at.AtEngine;
import simwright.at.AtSettings;
import simwright.at.EngineState;
import simwright.at.Urc;
import simwright.at.card.ModemCard;
import simwright.at.command.ReadCounters;
import simwright.at.command.ReadFunctionality;
import simwright.at.command.Reboot;
import simwright.at.command.SetFunctionality;
import simwright.device.handset.HandsetCodes;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.link.Port;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open conversation with a modem, and what watches it.
record ModemTalk(AtEngine engine, Subscription state, Subscription urcs) implements Talk {
  private static final Logger LOG = LoggerFactory.getLogger(ModemTalk.class);

  /// Over an open port; `ended` and `heard` are told what happens.
  static ModemTalk over(
      Port port, Time time, BiConsumer<Transcript, FaultCode> ended, Consumer<Urc> heard) {
    AtEngine engine = new AtEngine(port, AtSettings.USUAL, time);
    Subscription watching =
        engine
            .state()
            .subscribe(state -> {
              if (state instanceof EngineState.Ended(FaultCode why)) {
                ended.accept(port.transcript(), why);
              }
            });
    return new ModemTalk(engine, watching, engine.urcs().subscribe(heard));
  }

  @Override
  public void start() {
    engine.start();
  }

  @Override
  public Transcript transcript() {
    return engine.port().transcript();
  }

  @Override
  public DataCounts counts(HardwareProfile profile) {
    return DataCounts.of(
        Told.by(engine, profile, "data_counters", ReadCounters.Counters.class),
        String.join(", ", profile.slot("data_counters")));
  }

  @Override
  public CardApplication application(List<Octets> aids, Deadline deadline) {
    return ModemCard.open(engine, aids, deadline);
  }

  @Override
  public boolean reset(Deadline deadline) {
    return false;
  }

  @Override
  public Optional<FaultCode> functionality(int level) {
    return engine.send(new SetFunctionality(level)).code();
  }

  @Override
  public Optional<Integer> functionality() {
    return engine.send(new ReadFunctionality()).value();
  }

  @Override
  public Optional<FaultCode> reboot(HardwareProfile profile) {
    String command = profile.slot("reboot").stream().findFirst().orElse("AT+CFUN=1,1");
    return engine.send(new Reboot(command)).code();
  }

  /// A modem has contexts, each with a switch of its own.
  @Override
  public Optional<FaultCode> handset(HandsetSwitch what, boolean on) {
    return Optional.of(HandsetCodes.NOT_SUPPORTED);
  }

  @Override
  public Optional<PingResult> ping(
      HardwareProfile profile, Snapshot known, String host, Time time) {
    return Pinging.run(engine, profile, known, host, time);
  }

  @Override
  public boolean over() {
    return engine.state().get() instanceof EngineState.Ended;
  }

  /// One that does not answer is left as it is.
  @Override
  public void putBack() {
    if (!over() && engine.misses() == 0) {
      try {
        engine.restore();
      } catch (Fault fault) {
        LOG.debug("{} could not be put back: {}", engine.port().address(), fault.code());
      }
    }
  }

  @Override
  public void end() {
    state.close();
    urcs.close();
    engine.close();
  }
}
