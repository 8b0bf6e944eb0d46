package simwright.failover.policy;

import java.time.Duration;

/// How long things are waited for: how long a trouble must be gone before it is forgotten, how long
/// nothing is switched after a switch that was proven, how long a switch may take, how long the new
/// profile has to prove itself, how long one that failed or was left is not tried again, and after
/// how long on a lesser profile a better one is tried.
public record Holds(
    Duration settle,
    Duration afterSwitch,
    Duration switching,
    Duration proving,
    Duration retry,
    Duration failBack) {}
