package simwright.job;

import simwright.lpa.Reconciliation.Settled;
import simwright.observe.Signal;

/// What acts on cards tell besides their results: what an earlier act came to, and what servers
/// would not take.
record CardNews(Signal<Settled> settled, Signal<Undelivered> undelivered) {
  CardNews() {
    this(new Signal<>(), new Signal<>());
  }
}
