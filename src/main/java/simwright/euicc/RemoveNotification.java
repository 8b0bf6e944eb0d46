package simwright.euicc;

import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.RemoveNotificationFromList (SGP.22 clause 5.7.11): only after the server took it. Results:
/// 0 done, 1 nothing to delete, 127 undefined.
public record RemoveNotification(int number) implements CardRequest<ResultCode> {
  /// The result where the card has none of that number any more, which is as good as removed.
  public static final int NOTHING_THERE = 1;

  private static final Tag TAG = Tag.of(0xbf30);

  @Override
  public String function() {
    return "ES10b.RemoveNotificationFromList";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Tlv.of(NotificationMetadata.NUMBER, Asn1.integer(number)));
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("remove-notification", answer);
  }
}
