package simwright.ui.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.job.ApnReport;
import simwright.job.Job;
import simwright.observe.Observable;

/// What the bench screen can have done; each act is a job.
public interface BenchActs {
  /// Opens a device's port and recognises it.
  Job<?> connect(String device);

  /// Asks a port nobody knows who it is, because a person asked for it.
  Job<?> probe(String device);

  /// Gives the port to another program, with the settings we changed restored.
  Job<?> release(String device);

  /// Takes a released port back.
  Job<?> takeBack(String device);

  /// Reads everything again and climbs the ladder to the ping.
  Job<?> ping(String device);

  /// What the network is called that a device is in, and who says so; empty where nobody knows.
  Optional<NetworkName> network(Attachment device);

  /// How the access points of devices compared with what they ought to be, by device.
  Observable<Map<String, ApnReport>> access();

  /// Mends the access points of a device as the rule says.
  Job<?> repairAccess(String device);

  /// Starts the simulated bench in this program.
  Job<?> startSimulatedBench();

  /// The lines a probe sends, so that a person knows before the click.
  List<String> probeCommands();
}
