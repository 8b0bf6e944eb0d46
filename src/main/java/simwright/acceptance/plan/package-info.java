/// Owns acceptance plans and their limits as data: what they may say, how they are read and
/// refused.
@NullMarked
package simwright.acceptance.plan;

import org.jspecify.annotations.NullMarked;
