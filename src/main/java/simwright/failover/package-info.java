/// Owns the selection of profiles: the pure machine that decides which of a card's profiles a
/// device is to use and says why.
@NullMarked
package simwright.failover;

import org.jspecify.annotations.NullMarked;
