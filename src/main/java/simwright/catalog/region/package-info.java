/// Owns the regions: countries with their codes, and groups of them.
@NullMarked
package simwright.catalog.region;

import org.jspecify.annotations.NullMarked;
