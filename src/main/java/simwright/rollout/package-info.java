/// Owns what many runs say together: rates that carry their n and interval, trends, comparisons,
/// flaky steps, regressions, and the registry of compatible devices.
@NullMarked
package simwright.rollout;

import org.jspecify.annotations.NullMarked;
