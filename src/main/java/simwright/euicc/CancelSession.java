package simwright.euicc;

import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.CancelSession (SGP.22 clause 5.7.14): ends a session that was opened, with the true
/// reason. The card's signed answer is told to the server. Results: 5 transaction, 127 undefined.
public record CancelSession(Octets transactionId, Reason reason)
    implements CardRequest<CancelSession.Answer> {
  private static final Tag TAG = Tag.of(0xbf41);
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag ERROR = Tag.of(0x81);

  /// Why; numbers as the standard has them.
  public enum Reason {
    END_USER_REJECTION(0),
    POSTPONED(1),
    TIMEOUT(2),
    PPR_NOT_ALLOWED(3),
    METADATA_MISMATCH(4),
    LOAD_BPP_EXECUTION_ERROR(5),
    UNDEFINED(127);

    private final int number;

    Reason(int number) {
      this.number = number;
    }

    /// The number that is sent.
    public int number() {
      return number;
    }
  }

  /// What the card says: the whole answer, and its refusal where it refuses.
  public record Answer(Tlv raw, Optional<ResultCode> refused) {}

  @Override
  public String function() {
    return "ES10b.CancelSession";
  }

  @Override
  public Tlv request() {
    return Tlv.of(
        TAG,
        Tlv.of(Tag.of(0x80), transactionId),
        Tlv.of(Tag.of(0x81), Asn1.integer(reason.number())));
  }

  @Override
  public Answer answer(Tlv answer) {
    if (answer.find(OK).isPresent()) {
      return new Answer(answer, Optional.empty());
    }
    int code = Asn1.integer(answer.get(ERROR));
    return new Answer(answer, Optional.of(new ResultCode("cancel-session", code)));
  }
}
