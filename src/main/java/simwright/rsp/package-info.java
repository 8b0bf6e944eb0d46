/// Owns remote SIM provisioning as it is spoken with servers: activation codes, the messages of
/// ES9+, ES11 and ES2+ in both directions, HTTP, trust and certificate chains.
@NullMarked
package simwright.rsp;

import org.jspecify.annotations.NullMarked;
