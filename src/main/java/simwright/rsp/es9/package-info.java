/// Owns the functions of ES9+ and ES11, one file each, both ways.
@NullMarked
package simwright.rsp.es9;

import org.jspecify.annotations.NullMarked;
