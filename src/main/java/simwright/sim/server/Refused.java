package simwright.sim.server;

import simwright.rsp.Status;

/// A server does not do it: subject and reason as SGP.22 clause 5.2.6 numbers them.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Status status;

  Refused(String subject, String reason, String words) {
    super(subject + "/" + reason, null, false, false);
    this.status = Status.failed(subject, reason, words);
  }

  Status status() {
    return status;
  }
}
