/// Owns the screen of the catalog: the table of profiles with the check of names, the matrix of
/// coverage, and the comparison with a card.
@NullMarked
package simwright.ui.catalog;

import org.jspecify.annotations.NullMarked;
