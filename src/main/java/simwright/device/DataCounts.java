package simwright.device;

import java.util.List;
import java.util.Optional;
import simwright.at.command.ReadCounters;
import simwright.fault.FaultCode;

/// What a device counted of data: of each application, or one sum for an application of "". `means`
/// is how it was read; `fromZero` that the counter begins at nothing when the device starts. Empty
/// where the device does not tell, with the code of why.
public record DataCounts(
    String means, boolean fromZero, List<Count> all, boolean supported, Optional<FaultCode> why) {
  /// The bytes of an application.
  public record Count(String app, long sent, long received) {}

  static DataCounts of(Told<ReadCounters.Counters> told, String means) {
    return new DataCounts(
        means,
        true,
        told.value().map(each -> new Count("", each.sent(), each.received())).stream().toList(),
        told.supported(),
        told.code());
  }
}
