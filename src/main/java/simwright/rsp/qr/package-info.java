/// Owns pictures with QR codes and the activation codes that stand in them.
@NullMarked
package simwright.rsp.qr;

import org.jspecify.annotations.NullMarked;
