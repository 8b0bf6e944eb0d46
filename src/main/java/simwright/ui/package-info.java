/// Owns the console: its window, and what it needs from the rest of the program.
@NullMarked
package simwright.ui;

import org.jspecify.annotations.NullMarked;
