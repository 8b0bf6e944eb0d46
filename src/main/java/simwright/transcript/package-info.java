/// Owns what went over a link as readable files: append, range, hash, replay, with secrets masked
/// before the write.
@NullMarked
package simwright.transcript;

import org.jspecify.annotations.NullMarked;
