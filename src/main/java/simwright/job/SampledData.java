package simwright.job;

import java.time.Instant;
import java.util.List;
import simwright.device.DataCounts;

/// What was read of a device's counters: when, by which means, under which profile ("" where that
/// is not known), whether it was roaming.
public record SampledData(
    Instant at,
    String device,
    String profile,
    String means,
    boolean roaming,
    List<DataCounts.Count> counts) {}
