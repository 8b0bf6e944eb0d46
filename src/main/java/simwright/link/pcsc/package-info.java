/// Owns card readers of the system's PC/SC service: which there are, and the card in one of them.
@NullMarked
package simwright.link.pcsc;

import org.jspecify.annotations.NullMarked;
