package simwright.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A step of a plan: its kind, title, time limit, parameters, and the measurements it must take.
public record PlannedStep(
    String kind, String title, Duration within, Map<String, String> with, List<Limit> limits) {}
