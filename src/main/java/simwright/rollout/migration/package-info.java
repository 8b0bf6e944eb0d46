/// Owns how a migration plan is carried out, device by device: what of it stands in the log, what
/// is done next, and the way back to the last stable profile.
@NullMarked
package simwright.rollout.migration;

import org.jspecify.annotations.NullMarked;
