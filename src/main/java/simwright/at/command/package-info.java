/// Owns the AT commands, one file each: request, response with units, clause.
@NullMarked
package simwright.at.command;

import org.jspecify.annotations.NullMarked;
