/// Owns the faults a simulated device can have, drawn from a seed so that they can be repeated.
@NullMarked
package simwright.sim.fault;

import org.jspecify.annotations.NullMarked;
