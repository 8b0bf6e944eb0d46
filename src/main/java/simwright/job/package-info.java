/// Owns the one runner of what a person asks for: asked and done in the journal, progress, cancel,
/// questions.
@NullMarked
package simwright.job;

import org.jspecify.annotations.NullMarked;
