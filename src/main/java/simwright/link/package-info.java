/// Owns byte links to devices: their addresses, providers by URI scheme, one thread per port, and
/// hot-plug.
@NullMarked
package simwright.link;

import org.jspecify.annotations.NullMarked;
