/// Owns the replay of a written course of events against a policy, before it is trusted.
@NullMarked
package simwright.failover.simulation;

import org.jspecify.annotations.NullMarked;
