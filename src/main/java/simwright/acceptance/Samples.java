package simwright.acceptance;

import java.util.List;

/// What was read of one thing in the background of a run: the monitor, what it is called, the unit,
/// and each value with its time in milliseconds from the run's start.
public record Samples(
    String monitor, String title, String unit, List<Long> millis, List<Double> values) {}
