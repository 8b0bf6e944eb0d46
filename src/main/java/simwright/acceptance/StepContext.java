package simwright.acceptance;

import java.util.Map;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.time.Deadline;
import simwright.time.Time;

/// What a step has at hand.
public record StepContext(
    Device device, Map<String, String> with, Deadline deadline, Cancel cancel, Time time) {
  /// A parameter, or what holds without it.
  public String parameter(String name, String otherwise) {
    return with.getOrDefault(name, otherwise);
  }
}
