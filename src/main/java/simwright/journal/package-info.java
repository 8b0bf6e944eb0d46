/// Owns the events of what was asked and what came of it, and the interface that appends and
/// follows them.
@NullMarked
package simwright.journal;

import org.jspecify.annotations.NullMarked;
