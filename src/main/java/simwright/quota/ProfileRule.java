package simwright.quota;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What holds for the profiles whose name fits a pattern: the cap, when it begins anew (on this day
/// of each month, or every day), whether roaming is expected, and the classes that it rules
/// otherwise. A class that is not named here goes on as under the profile before.
public record ProfileRule(
    Glob match,
    OptionalLong cap,
    Optional<Integer> monthDay,
    boolean roaming,
    Map<TrafficClass, ClassRule> classes) {}
