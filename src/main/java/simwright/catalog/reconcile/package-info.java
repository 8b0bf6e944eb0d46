/// Owns how the catalog is compared with what a card says, and the one act that each difference
/// calls for.
@NullMarked
package simwright.catalog.reconcile;

import org.jspecify.annotations.NullMarked;
