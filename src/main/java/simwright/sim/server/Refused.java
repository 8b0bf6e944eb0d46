package simwright.sim.server;

import simwright.rsp.serve.RspListener;

/// A simulated server does not do it: subject and reason as SGP.22 clause 5.2.6 numbers them.
final class Refused extends RspListener.Refusal {
  private static final long serialVersionUID = 1;

  Refused(String subject, String reason, String words) {
    super(subject, reason, words);
  }
}
