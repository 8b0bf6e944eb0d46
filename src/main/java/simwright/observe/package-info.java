/// Owns values that can be watched and the handle that ends the watching.
@NullMarked
package simwright.observe;

import org.jspecify.annotations.NullMarked;
