package simwright.link.serial;

import java.util.List;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;

/// A driver that lists nothing and refuses every port with one error number.
record NoPorts(int error) implements SerialDriver {
  @Override
  public List<PortInfo> list() {
    return List.of();
  }

  @Override
  public Opened open(String path, LinkSettings settings) throws Refused {
    throw new Refused(error);
  }
}
