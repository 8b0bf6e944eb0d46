package simwright.sim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import simwright.hardware.HardwareProfiles;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.time.SystemTime;

/// A program of its own that serves a bench until it is killed.
final class ServingProgram {
  /// Stands before the path of the control socket once the bench is ready.
  static final String READY = "ready: ";

  private ServingProgram() {}

  public static void main(String[] arguments) {
    SystemTime time = new SystemTime();
    SimBench bench = new SimBench(HardwareProfiles.shipped(), time);
    var served =
        bench.serve(
            Path.of(arguments[0]),
            List.of(
                new DeviceRequest("ec25", "ec25", "", 1),
                new DeviceRequest("old", "generic", "", 2)));
    System.out.println(READY + served.control());
    time.sleep(Duration.ofMinutes(5));
  }
}
