/// Owns migration plans: from which version of which profiles to which, by which orders, and what
/// becomes of the old ones.
@NullMarked
package simwright.catalog.migration;

import org.jspecify.annotations.NullMarked;
