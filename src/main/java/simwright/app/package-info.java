/// Owns the start of the program: the wiring by hand, and the shutdown in reverse.
@NullMarked
package simwright.app;

import org.jspecify.annotations.NullMarked;
