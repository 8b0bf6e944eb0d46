/// Owns the way of a simulated card into a reader of the system: the protocol of vsmartcard's
/// virtual reader.
@NullMarked
package simwright.sim.vpcd;

import org.jspecify.annotations.NullMarked;
