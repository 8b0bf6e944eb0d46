/// Owns command and response APDUs and status words of ISO/IEC 7816-4 and ETSI TS 102 221.
@NullMarked
package simwright.apdu;

import org.jspecify.annotations.NullMarked;
