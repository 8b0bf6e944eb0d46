/// Owns the kinds of steps, one file each.
@NullMarked
package simwright.acceptance.step;

import org.jspecify.annotations.NullMarked;
