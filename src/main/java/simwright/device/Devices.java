package simwright.device;

import java.util.List;
import simwright.observe.Observable;

/// The set of devices as everyone above may see it; acts on them go through `job`.
public interface Devices {
  /// All ports and devices, in a stable order.
  Observable<List<Attachment>> all();
}
