/// Owns the commands of the command line, one file each, and the one place where a fault becomes an
/// exit code.
@NullMarked
package simwright.cli;

import org.jspecify.annotations.NullMarked;
