/// Owns the simulated bench: virtual modems on pseudo-terminals or in-process links, the network
/// around them, and faults.
@NullMarked
package simwright.sim;

import org.jspecify.annotations.NullMarked;
