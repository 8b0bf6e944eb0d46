package simwright.cli;

import java.util.List;
import simwright.audit.Book;
import simwright.job.DeviceActs;
import simwright.job.LogActs;
import simwright.job.PlanActs;
import simwright.link.PortInfo;

/// What a command works with while it runs: the data folder's log and the devices.
public interface Session extends AutoCloseable {
  /// Acts on devices.
  DeviceActs acts();

  /// Acceptance plans.
  PlanActs plans();

  /// What can be asked of the log beyond reading it.
  LogActs log();

  /// The log.
  Book book();

  /// The ports there are now.
  List<PortInfo> ports();

  @Override
  void close();
}
