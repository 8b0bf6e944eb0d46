/// Owns how a profile is retired for good together with its operator: what has to be seen for it,
/// what of that stands in the log, and what is done next.
@NullMarked
package simwright.rollout.retirement;

import org.jspecify.annotations.NullMarked;
