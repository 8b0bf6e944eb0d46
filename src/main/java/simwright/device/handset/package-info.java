/// Owns what an Android handset tells of itself over its shell without root, and what may be
/// switched there; read by keys, never by columns.
@NullMarked
package simwright.device.handset;

import org.jspecify.annotations.NullMarked;
