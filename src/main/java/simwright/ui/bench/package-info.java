/// Owns the bench screen: one card for each device, and the ports nobody knows.
@NullMarked
package simwright.ui.bench;

import org.jspecify.annotations.NullMarked;
