package simwright.link;

import simwright.fault.Fault;

/// What the port thread hands over.
public interface Receiver {
  /// Bytes came: the first `length` of `buffer`, which is used again after the call.
  void received(byte[] buffer, int length);

  /// The last call: the link ended for this reason.
  void ended(Fault reason);
}
