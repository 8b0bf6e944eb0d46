/// Owns the help screen: runbook, glossary, keys, about.
@NullMarked
package simwright.ui.help;

import org.jspecify.annotations.NullMarked;
