/// Owns simulated handsets: what their shells say in the shapes of several Android releases, the
/// protocol adbd speaks, and a small adb server in front of them.
@NullMarked
package simwright.sim.handset;

import org.jspecify.annotations.NullMarked;
