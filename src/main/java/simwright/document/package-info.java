/// Owns how files that people write are read: YAML with the line of each value, schemas and what
/// they object to, rows of comma-separated values.
@NullMarked
package simwright.document;

import org.jspecify.annotations.NullMarked;
