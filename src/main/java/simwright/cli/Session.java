package simwright.cli;

import java.util.List;
import simwright.audit.Book;
import simwright.job.DeviceActs;
import simwright.link.PortInfo;

/// What a command works with while it runs: the data folder's log and the devices.
public interface Session extends AutoCloseable {
  /// Acts on devices.
  DeviceActs acts();

  /// The log.
  Book book();

  /// The ports there are now.
  List<PortInfo> ports();

  @Override
  void close();
}
