/// Owns policies: which profile is chosen where and when, as data that people write, and what is
/// wrong with one.
@NullMarked
package simwright.failover.policy;

import org.jspecify.annotations.NullMarked;
