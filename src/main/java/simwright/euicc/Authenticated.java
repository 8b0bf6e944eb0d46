package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// What the card says to a server that authenticates itself, or to a request to prepare a download:
/// signed data to be relayed byte for byte, or a refusal.
public sealed interface Authenticated {
  /// The whole answer, which is relayed.
  Tlv raw();

  /// The card accepts; `signed` holds what it signed and the signature follows it.
  record Accepted(Tlv signed, Octets signature, Tlv raw) implements Authenticated {}

  /// The card refuses.
  record Refused(Octets transactionId, ResultCode code, Tlv raw) implements Authenticated {}
}
