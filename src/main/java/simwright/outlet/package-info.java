/// Owns how alarms leave the program: webhooks and syslog, what was delivered to each and what
/// still waits, without any identifier in clear.
@NullMarked
package simwright.outlet;

import org.jspecify.annotations.NullMarked;
