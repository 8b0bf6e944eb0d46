/// Owns how profiles are named: the grammar as data, the check of a name, also against what the
/// profile says of itself, and the name that is proposed.
@NullMarked
package simwright.catalog.naming;

import org.jspecify.annotations.NullMarked;
