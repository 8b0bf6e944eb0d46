/// Owns how profiles come in from files and go out to them: CSV, JSON and YAML, with what is wrong
/// by row.
@NullMarked
package simwright.catalog.exchange;

import org.jspecify.annotations.NullMarked;
