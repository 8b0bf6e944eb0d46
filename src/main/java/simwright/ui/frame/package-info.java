/// Owns what surrounds every screen: navigation, device chooser, palette, jobs, notices, questions.
@NullMarked
package simwright.ui.frame;

import org.jspecify.annotations.NullMarked;
