/// Owns links that play a transcript back.
@NullMarked
package simwright.link.replay;

import org.jspecify.annotations.NullMarked;
