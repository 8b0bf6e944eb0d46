/// Owns the one exception of the house and the code that names what went wrong.
@NullMarked
package simwright.fault;

import org.jspecify.annotations.NullMarked;
