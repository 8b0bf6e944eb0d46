/// Owns the profiles screen: what is on the card, downloads, notifications, the eUICC.
@NullMarked
package simwright.ui.profile;

import org.jspecify.annotations.NullMarked;
