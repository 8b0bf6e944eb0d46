package simwright.sim.modem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The card slots: which one is in use, whether its card is there, and whether the modem is still
/// reading it.
final class Slots {
  private final List<Card> cards;
  private final Timers timers;
  private int current;
  private boolean inserted = true;
  private boolean reading;

  Slots(List<Card> cards, Timers timers) {
    this.cards = cards;
    this.timers = timers;
  }

  /// The card in the slot in use, if there is one.
  Optional<Card> card() {
    return inserted ? Optional.of(cards.get(current)) : Optional.empty();
  }

  /// The card made for the slot in use, put in or not.
  Card own() {
    return cards.get(current);
  }

  int count() {
    return cards.size();
  }

  /// The slot in use, from 0.
  int current() {
    return current;
  }

  /// Another slot is used; its card is not read yet.
  boolean select(int slot) {
    if (slot < 0 || slot >= cards.size()) {
      return false;
    }
    current = slot;
    return true;
  }

  void inserted(boolean there) {
    inserted = there;
  }

  /// Whether the card is not ready to be asked.
  boolean busy() {
    return inserted && reading;
  }

  /// Powers the card up: its verification is gone, and after `busy` it is ready.
  void read(Duration busy, Runnable ready) {
    cards.get(current).reset();
    reading = !busy.isZero();
    if (reading) {
      var unused = timers.after(busy, "reading the card", () -> ready(ready));
    } else {
      ready.run();
    }
  }

  private void ready(Runnable ready) {
    reading = false;
    ready.run();
  }
}
