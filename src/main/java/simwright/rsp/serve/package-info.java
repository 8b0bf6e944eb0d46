/// Owns the listening end of remote SIM provisioning: functions served over TLS to callers who may
/// have to show a certificate. An operator listens for progress with it, a simulated server for all
/// it does.
@NullMarked
package simwright.rsp.serve;

import org.jspecify.annotations.NullMarked;
