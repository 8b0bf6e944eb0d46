/// Owns the staged flow of remote SIM provisioning: download, switching with proof, notifications,
/// discovery; what is retried, resumed and rolled back.
@NullMarked
package simwright.lpa;

import org.jspecify.annotations.NullMarked;
