package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.ListNotification (SGP.22 clause 5.7.9): what is pending, of all kinds or of one. Result:
/// 127 undefined.
public record ListNotification(Optional<NotificationEvent> only)
    implements CardRequest<List<NotificationMetadata>> {
  private static final Tag TAG = Tag.of(0xbf28);
  private static final Tag LIST = Tag.of(0xa0);
  private static final Tag ERROR = Tag.of(0x81);

  @Override
  public String function() {
    return "ES10b.ListNotification";
  }

  @Override
  public Tlv request() {
    return only.map(event -> Tlv.of(TAG, Tlv.of(Tag.of(0x81), event.bits())))
        .orElseGet(() -> Tlv.of(TAG, Octets.NONE));
  }

  @Override
  public List<NotificationMetadata> answer(Tlv answer) {
    Optional<Tlv> error = answer.find(ERROR);
    if (error.isPresent()) {
      throw new ResultCode("list-notification", Asn1.integer(error.get()))
          .fault("listing notifications");
    }
    return answer.get(LIST).all(NotificationMetadata.TAG).stream()
        .map(NotificationMetadata::read)
        .toList();
  }
}
