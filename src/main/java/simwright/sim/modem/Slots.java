package simwright.sim.modem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.sim.euicc.EuiccCard;

/// The card slots: which one is in use, whether its card is there, and whether the modem is still
/// reading it.
final class Slots {
  private final List<Chip> chips;
  private final Timers timers;
  private int current;
  private boolean inserted = true;
  private boolean reading;

  Slots(List<Chip> chips, Timers timers) {
    this.chips = chips;
    this.timers = timers;
  }

  /// The card in the slot in use, if there is one.
  Optional<Card> card() {
    return inserted ? chips.get(current).card() : Optional.empty();
  }

  /// The card in the slot in use, which is there.
  Card own() {
    return card().orElseThrow();
  }

  /// The eUICC in the slot in use, if it is one and is there.
  Optional<EuiccCard> euicc() {
    return inserted ? chips.get(current).euicc() : Optional.empty();
  }

  int count() {
    return chips.size();
  }

  /// The slot in use, from 0.
  int current() {
    return current;
  }

  /// Another slot is used; its card is not read yet.
  boolean select(int slot) {
    if (slot < 0 || slot >= chips.size()) {
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
    chips.get(current).powerUp();
    reading = !busy.isZero();
    if (reading) {
      var unused = timers.after(busy, "reading the card", () -> ready(ready));
    } else {
      ready.run();
    }
  }

  /// For so long the card is not ready to be asked; what was read of it stays.
  void hold(Duration busy) {
    reading = true;
    var unused = timers.after(busy, "holding the card", () -> reading = false);
  }

  private void ready(Runnable ready) {
    reading = false;
    ready.run();
  }
}
