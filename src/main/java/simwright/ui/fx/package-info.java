/// Owns the way onto the screen's thread, words by key, FXML loading, the look, and hostile text
/// made harmless.
@NullMarked
package simwright.ui.fx;

import org.jspecify.annotations.NullMarked;
