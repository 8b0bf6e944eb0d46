/// Owns the virtual modem: its own reading of AT command lines, its card, registration, contexts
/// and boot.
@NullMarked
package simwright.sim.modem;

import org.jspecify.annotations.NullMarked;
