/// Owns the book: append-only, hash-chained, with signed checkpoints; its verification, search and
/// export.
@NullMarked
package simwright.audit;

import org.jspecify.annotations.NullMarked;
