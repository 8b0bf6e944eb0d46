/// Owns how a modem is cleaned of what its users left on it, and what of that was proven by reading
/// it again.
@NullMarked
package simwright.device.sanitise;

import org.jspecify.annotations.NullMarked;
