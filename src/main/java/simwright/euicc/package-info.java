/// Owns the functions of the eUICC (SGP.22 ES10a, ES10b, ES10c), one file each; the session with
/// the ISD-R; and how a bound profile package is cut into segments.
@NullMarked
package simwright.euicc;

import org.jspecify.annotations.NullMarked;
