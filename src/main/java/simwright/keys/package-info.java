/// Owns where private keys live, their age, rotation and compromise.
@NullMarked
package simwright.keys;

import org.jspecify.annotations.NullMarked;
