/// Owns the virtual eUICC: its keys and certificates, profiles, memory, ES10, and the secure
/// channel that protects a bound profile package.
@NullMarked
package simwright.sim.euicc;

import org.jspecify.annotations.NullMarked;
