/// Owns the hardware profile: the record, its YAML loader and schema, the matcher, quirks as data.
@NullMarked
package simwright.hardware;

import org.jspecify.annotations.NullMarked;
