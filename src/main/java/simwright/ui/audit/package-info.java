/// Owns the audit screen: search, one record in words and as stored, the chain, export.
@NullMarked
package simwright.ui.audit;

import org.jspecify.annotations.NullMarked;
