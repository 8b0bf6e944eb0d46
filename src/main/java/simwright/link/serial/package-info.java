/// Owns serial ports: opening them through jSerialComm, and listing them with what the operating
/// system knows.
@NullMarked
package simwright.link.serial;

import org.jspecify.annotations.NullMarked;
