/// Owns the clock, deadlines and back-off, and starts every thread, task and ticker.
@NullMarked
package simwright.time;

import org.jspecify.annotations.NullMarked;
