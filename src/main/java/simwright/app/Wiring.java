package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.cli.Place;
import simwright.cli.Program;
import simwright.cli.Session;
import simwright.hardware.HardwareProfiles;
import simwright.job.BenchActs;
import simwright.lab.SimulatedBench;
import simwright.sim.SimBench;
import simwright.store.DataDirectory;
import simwright.time.SystemTime;
import simwright.time.Time;

/// Puts the program together, by hand.
final class Wiring implements Program, AutoCloseable {
  private final SystemTime time = new SystemTime();

  @Override
  public Session open(Place place) {
    return open(place.data(), place::bench);
  }

  OpenData open(Optional<Path> folder, Supplier<Optional<Path>> bench) {
    return new OpenData(DataDirectory.choose(folder, System.getenv()), bench, this::bench, time);
  }

  @Override
  public SimulatedBench bench() {
    return new SimBench(HardwareProfiles.shipped(), time);
  }

  @Override
  public BenchActs benchActs() {
    return new BenchActs(time);
  }

  @Override
  public List<String> simulated() {
    return HardwareProfiles.shipped().all().stream()
        .flatMap(profile -> profile.simulator().stream())
        .flatMap(simulator -> simulator.devices().stream())
        .sorted()
        .toList();
  }

  @Override
  public void untilStopped(Runnable before) {
    time.untilStopped(before);
  }

  @Override
  public Time time() {
    return time;
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(Wiring.class.getModule().getDescriptor())
        .flatMap(descriptor -> descriptor.rawVersion());
  }

  @Override
  public void close() {
    time.close();
  }
}
