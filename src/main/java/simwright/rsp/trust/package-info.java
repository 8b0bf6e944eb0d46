/// Owns trust: certificates as SGP.22 profiles them, chains to the shipped roots, the constraint on
/// EIDs, and raw signatures.
@NullMarked
package simwright.rsp.trust;

import org.jspecify.annotations.NullMarked;
