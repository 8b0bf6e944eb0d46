package simwright.ui.bench;

import java.util.List;
import simwright.job.Job;

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

  /// Networks and access points.
  AccessSource access();

  /// Takes all off a device that its users left on it, and writes a certificate.
  Job<?> sanitise(String device);

  /// Starts the simulated bench in this program.
  Job<?> startSimulatedBench();

  /// The lines a probe sends, so that a person knows before the click.
  List<String> probeCommands();
}
