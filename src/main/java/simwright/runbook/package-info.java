/// Owns the words and the next step for every code, and the explanation of AT lines, APDUs and
/// TLVs.
@NullMarked
package simwright.runbook;

import org.jspecify.annotations.NullMarked;
