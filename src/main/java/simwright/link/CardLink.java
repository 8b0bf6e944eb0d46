package simwright.link;

import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.tlv.Octets;

/// The narrow waist of every reader with a card in it, beside `ByteLink`. Blocks as long as reader
/// and card do; `CardPort` bounds that, and calls it from one thread alone. A failed or closed link
/// throws `Fault`s of layer `link`.
public interface CardLink extends AutoCloseable {
  /// Where it leads.
  LinkAddress address();

  /// What the card said of itself when it was powered (answer to reset, ISO/IEC 7816-3 clause 8).
  Octets atr();

  /// The transmission protocol, `T=0` or `T=1`.
  String protocol();

  /// Whether a logical channel is open here, 0 always: what is meant for a closed one cannot be
  /// sent.
  boolean hasChannel(int number);

  /// Sends one command, MANAGE CHANNEL among them, and gives the answer as the card gave it: 61xx
  /// and 6Cxx stay.
  Response transmit(Command command);

  /// Resets the card; its logical channels are closed, and its answer to reset may be another.
  void reset();

  @Override
  void close();
}
