/// Owns the small controls that several screens share: states, ladders, bars, masked values.
@NullMarked
package simwright.ui.part;

import org.jspecify.annotations.NullMarked;
