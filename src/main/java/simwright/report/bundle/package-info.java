/// Owns the diagnostics bundle: what is in it, how it is masked, packed, proven, and read again.
@NullMarked
package simwright.report.bundle;

import org.jspecify.annotations.NullMarked;
