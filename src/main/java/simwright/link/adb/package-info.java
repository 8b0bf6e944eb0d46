/// Owns handsets behind the adb server: which there are, and the shell of one of them.
@NullMarked
package simwright.link.adb;

import org.jspecify.annotations.NullMarked;
