/// Owns the set of attached devices and each one as a person sees it: probe, snapshot, poll.
@NullMarked
package simwright.device;

import org.jspecify.annotations.NullMarked;
