/// Owns BER-TLV data objects: reading and writing them while keeping the raw bytes.
@NullMarked
package simwright.tlv;

import org.jspecify.annotations.NullMarked;
