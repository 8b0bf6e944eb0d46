/// Owns the catalog of profiles: what they are for, where they hold, how they are named, which
/// states they go through, the operators and access points they belong to, and how they move from
/// one version to the next.
@NullMarked
package simwright.catalog;

import org.jspecify.annotations.NullMarked;
