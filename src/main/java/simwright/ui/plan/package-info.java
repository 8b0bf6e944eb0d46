/// Owns the plans of the test lab on the screen: the list, the editor that checks while one types,
/// and what a plan would do to a device.
@NullMarked
package simwright.ui.plan;

import org.jspecify.annotations.NullMarked;
