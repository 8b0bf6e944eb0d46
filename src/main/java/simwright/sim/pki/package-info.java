/// Owns the simulated bench's own test certificates and keys, made anew for each bench.
@NullMarked
package simwright.sim.pki;

import org.jspecify.annotations.NullMarked;
