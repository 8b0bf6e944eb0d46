/// Owns the way to a card through a modem: logical channels by +CCHO, +CGLA and +CCHC, or bare
/// commands by +CSIM, as card channels.
@NullMarked
package simwright.at.card;

import org.jspecify.annotations.NullMarked;
