package simwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.job.BenchActs;
import simwright.lab.SimulatedBench;
import simwright.time.Task;
import simwright.time.Time;

/// What the program hands to its commands.
public interface Program {
  /// Opens the data folder and the devices; servers are reached as usual.
  default Session open(Place place) {
    return open(place, Network.plain());
  }

  /// Opens the data folder and the devices; servers are reached on these ways.
  Session open(Place place, Network network);

  /// Whether there is a display for a window.
  boolean displayed();

  /// Opens the window and returns when it is closed, which it is of itself once it has been painted
  /// where only that is asked for.
  void console(Place place, Network network, Window window);

  /// The folder of the served bench that publishes a device, where it is one of a bench.
  Optional<Path> benchOf(String link);

  /// A bench that is not started.
  SimulatedBench bench();

  /// Acts on a served bench.
  BenchActs benchActs();

  /// The names of devices the simulator offers.
  List<String> simulated();

  /// The faults a simulated device can have, as they are written, and what each does.
  Map<String, String> faults();

  /// Waits until the program is told to stop, then runs `before` and lets it end.
  void untilStopped(Runnable before);

  /// Runs `wish` when the program is told to stop (Ctrl C, a signal); the program ends as aborted
  /// once the handle is closed, at the latest after some seconds.
  Task whenStopped(Runnable wish);

  /// The same for an act that leaves a device in order before it ends: the program waits for the
  /// handle, runs `late` where that takes more than some seconds, and ends at once when it is told
  /// to stop again.
  Task whenStopped(Runnable wish, Runnable late);

  /// The environment variables.
  Map<String, String> environment();

  /// The clock.
  Time time();

  /// The version of this program; empty when it runs from classes.
  Optional<String> version();
}
