/// Owns the terminal screen: the transcript as it grows, a command line, macros, export.
@NullMarked
package simwright.ui.terminal;

import org.jspecify.annotations.NullMarked;
