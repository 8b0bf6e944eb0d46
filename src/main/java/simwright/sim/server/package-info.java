/// Owns the simulated SM-DP+ and SM-DS on loopback TLS: orders, sessions, packages, and what goes
/// wrong there on request.
@NullMarked
package simwright.sim.server;

import org.jspecify.annotations.NullMarked;
