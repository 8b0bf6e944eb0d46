/// Owns which access points a profile's device ought to have, by profile, operator and directory,
/// how that is compared with what a device has, and what mends a difference.
@NullMarked
package simwright.catalog.access;

import org.jspecify.annotations.NullMarked;
