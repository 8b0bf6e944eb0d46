/// Owns what is known of operators: their networks, countries and access points from
/// `mobile-broadband-provider-info`, and a person's own entries with ranges and contracts.
@NullMarked
package simwright.catalog.provider;

import org.jspecify.annotations.NullMarked;
