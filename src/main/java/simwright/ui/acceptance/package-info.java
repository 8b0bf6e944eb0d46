/// Owns the acceptance screen: plans, the run under way, verdict, measurements and their bytes.
@NullMarked
package simwright.ui.acceptance;

import org.jspecify.annotations.NullMarked;
