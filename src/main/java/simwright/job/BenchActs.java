package simwright.job;

import java.nio.file.Path;
import simwright.lab.BenchControl;
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

  /// Disturbs a device of the bench in `folder`.
  public void disturb(Path folder, String id, Disturbance disturbance) {
    BenchControl.disturb(folder, id, disturbance, time);
  }

  /// Reads a disturbance as a person writes it: `radio -120`, `sim out`, `faults flip:0.01`.
  public Disturbance parse(String text) {
    return DisturbanceText.read(text);
  }
}
