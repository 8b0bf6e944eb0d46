/// Owns questions put to a person or a plan, who answers them, progress and cancelling.
@NullMarked
package simwright.ask;

import org.jspecify.annotations.NullMarked;
