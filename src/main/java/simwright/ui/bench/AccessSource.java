package simwright.ui.bench;

import java.util.Map;
import java.util.Optional;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.job.ApnReport;
import simwright.job.Job;
import simwright.observe.Observable;

/// What the bench tells of networks and access points beside what devices say.
public interface AccessSource {
  /// What the network is called that a device is in, and who says so; empty where nobody knows.
  Optional<NetworkName> network(Attachment device);

  /// How the access points of devices compared with what they ought to be, by device.
  Observable<Map<String, ApnReport>> compared();

  /// Mends the access points of a device as the rule says.
  Job<?> repair(String device);
}
