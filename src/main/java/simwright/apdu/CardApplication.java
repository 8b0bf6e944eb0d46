package simwright.apdu;

import java.util.List;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// An application of a card, selected on a channel of its own, whatever leads to the card: a modem
/// or a reader. Stays selected until it is closed or the card is reset.
public interface CardApplication {
  /// The channel to it, which knows 61xx and 6Cxx.
  CardChannel channel();

  /// Which of the applications asked for it is.
  Octets aid();

  /// How it is reached, as a word for people and records: `channel-commands`, `reader`.
  String way();

  /// Why it is reached in this way: what was tried before, in words; nothing where the first try
  /// did it.
  default List<String> tried() {
    return List.of();
  }

  /// Whether a person has typed the confirmation for what is sent from now on; asked for only where
  /// something in between holds dangerous commands back.
  default void confirmed(boolean typed) {
    // nothing stands between
  }

  /// Gives the channel back. A card that was reset has closed it before, which is no fault.
  void close(Deadline deadline);
}
