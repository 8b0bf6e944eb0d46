package simwright.job;

import simwright.lpa.Reconciliation.Settled;
import simwright.observe.Signal;

/// What acts on cards tell besides their results: what an earlier act came to, what servers would
/// not take, and for whom something was found waiting on a card.
record CardNews(Signal<Settled> settled, Signal<Undelivered> undelivered, Signal<Waiting> waiting) {
  CardNews() {
    this(new Signal<>(), new Signal<>(), new Signal<>());
  }
}
