package simwright.job;

import java.nio.file.Path;
import java.util.Optional;
import simwright.acceptance.Surroundings;
import simwright.device.Device;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.link.LinkAddress;
import simwright.time.Time;

/// The bench that a device's port belongs to, where a program serves it and can work it.
public record ServedBench(Device device, Time time) implements Surroundings {
  @Override
  public boolean does(Disturbance act) {
    LinkAddress port = device.view().get().port().address();
    if (!port.scheme().equals("serial")) {
      return false;
    }
    Path link = Path.of(port.path()).toAbsolutePath();
    Optional<BenchDescription.Device> there = BenchFile.find(link);
    Path folder = link.getParent();
    if (there.isEmpty() || folder == null) {
      return false;
    }
    BenchControl.disturb(folder, there.get().id(), act, time);
    return true;
  }
}
