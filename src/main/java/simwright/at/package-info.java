/// Owns the AT conversation of 3GPP TS 27.007 and ITU-T V.250: framer, engine with one command in
/// flight, and unsolicited results.
@NullMarked
package simwright.at;

import org.jspecify.annotations.NullMarked;
