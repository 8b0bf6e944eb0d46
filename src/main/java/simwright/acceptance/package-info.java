/// Owns acceptance plans as data, the engine that runs them, measurements, verdicts, runs and
/// attempts.
@NullMarked
package simwright.acceptance;

import org.jspecify.annotations.NullMarked;
