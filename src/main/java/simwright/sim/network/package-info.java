/// Owns the mobile network around the simulated devices: subscribers, authentication, coverage.
@NullMarked
package simwright.sim.network;

import org.jspecify.annotations.NullMarked;
