/// Owns the identifiers of cards, subscribers, devices and networks, their check digits and their
/// redaction.
@NullMarked
package simwright.identity;

import org.jspecify.annotations.NullMarked;
