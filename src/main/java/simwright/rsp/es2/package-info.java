/// Owns the messages of ES2+, between operator and SM-DP+ (SGP.22 clauses 5.3 and 6.5.2.1 to
/// 6.5.2.5), written and read by one description at both ends.
@NullMarked
package simwright.rsp.es2;

import org.jspecify.annotations.NullMarked;
