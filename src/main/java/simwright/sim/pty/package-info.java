/// Owns pseudo-terminals that this process makes itself.
@NullMarked
package simwright.sim.pty;

import org.jspecify.annotations.NullMarked;
