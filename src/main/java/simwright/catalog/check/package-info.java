/// Owns the checks of the catalog: names, identities against operators and countries, tariffs,
/// access points, terms, and where too few profiles cover a region.
@NullMarked
package simwright.catalog.check;

import org.jspecify.annotations.NullMarked;
