/// Owns the results of the test lab: the runs in the log, one of them in full, and what many of
/// them tell together.
@NullMarked
package simwright.ui.result;

import org.jspecify.annotations.NullMarked;
