package simwright.acceptance.step;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.at.AtCodes;
import simwright.at.command.ReadCounters;
import simwright.device.HostNetwork;
import simwright.fault.FaultCode;

/// A way that bytes can take, and who counts them on it.
sealed interface Way extends AutoCloseable permits ModemStack, Way.Host {
  /// For what cannot be told otherwise.
  Logger LOG = LoggerFactory.getLogger(Way.class);

  /// It did not take them and gave no number of the standard's.
  FaultCode REFUSED = AtCodes.ERROR;

  /// As a person reads it.
  String words();

  /// Opens it; why that was refused, when it was.
  Optional<FaultCode> open();

  /// Sends a piece; why that was refused, when it was.
  Optional<FaultCode> send(String piece);

  /// The bytes counted on it so far; empty where nobody tells.
  Optional<ReadCounters.Counters> count();

  @Override
  void close();

  /// The interface that the device brings to this computer.
  record Host(HostNetwork network, String host, int port) implements Way {
    @Override
    public String words() {
      return "the interface " + network.name();
    }

    @Override
    public Optional<FaultCode> open() {
      return Optional.empty();
    }

    @Override
    public Optional<FaultCode> send(String piece) {
      return network.send(host, port, piece) ? Optional.empty() : Optional.of(REFUSED);
    }

    @Override
    public Optional<ReadCounters.Counters> count() {
      return network.count();
    }

    @Override
    public void close() {}
  }
}
