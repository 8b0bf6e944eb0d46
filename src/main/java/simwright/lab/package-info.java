/// Owns a bench that can be disturbed as seen from outside: its description, its control socket,
/// the disturbances.
@NullMarked
package simwright.lab;

import org.jspecify.annotations.NullMarked;
