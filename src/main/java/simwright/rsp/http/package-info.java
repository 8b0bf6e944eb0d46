/// Owns HTTP with remote servers: deadlines, one kept connection, TLS under the roots of the card,
/// and another address than the name says.
@NullMarked
package simwright.rsp.http;

import org.jspecify.annotations.NullMarked;
