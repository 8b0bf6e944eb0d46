/// Owns the screen of failover: where a device stands in the selection of its profiles, its
/// candidates and decisions, policies and what they would make of a trace.
@NullMarked
package simwright.ui.failover;

import org.jspecify.annotations.NullMarked;
