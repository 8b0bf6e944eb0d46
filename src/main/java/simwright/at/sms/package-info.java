/// Owns short messages as the network carries them: alphabets (3GPP TS 23.038) and transfer units
/// (3GPP TS 23.040).
@NullMarked
package simwright.at.sms;

import org.jspecify.annotations.NullMarked;
