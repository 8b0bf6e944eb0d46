package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A function of the eUICC: a request that knows how to read its answer. One file each holds the
/// request, the answer and the clause.
public interface CardRequest<R> {
  /// What the standard calls it, with its interface: `ES10c.EnableProfile`.
  String function();

  /// What is sent.
  Tlv request();

  /// The tag that the answer has: that of the request, save where the standard says otherwise.
  default Tag answerTag() {
    return request().tag();
  }

  /// Whether the card gives the same answer until it is reset, so that asking once will do.
  default boolean lasting() {
    return false;
  }

  /// Reads the answer, whose tag is right.
  R answer(Tlv answer);
}
