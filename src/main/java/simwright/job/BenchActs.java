package simwright.job;

import java.nio.file.Path;
import java.util.List;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.DisturbanceText;
import simwright.time.Time;

/// What can be done to a served bench from another process.
public final class BenchActs {
  private final Time time;

  /// Acts with this clock.
  public BenchActs(Time time) {
    this.time = time;
  }

  /// The names of the devices of the bench in `folder`.
  public List<String> devices(Path folder) {
    return BenchFile.read(folder).devices().stream().map(BenchDescription.Device::id).toList();
  }

  /// Disturbs a device of the bench in `folder`.
  public void disturb(Path folder, String id, Disturbance disturbance) {
    BenchControl.disturb(folder, id, disturbance, time);
  }

  /// Reads a disturbance as a person writes it: `radio -120`, `sim out`, `faults flip:0.01`.
  public Disturbance parse(String text) {
    return DisturbanceText.read(text);
  }
}
