package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.RetrieveNotificationsList (SGP.22 clause 5.7.10): the signed notifications, all, of one
/// kind or one by number. Result 1, nothing there, is an empty list; 127 undefined.
public record RetrieveNotifications(Optional<Integer> number, Optional<NotificationEvent> only)
    implements CardRequest<List<PendingNotification>> {
  private static final Tag TAG = Tag.of(0xbf2b);
  private static final Tag CHOICE = Tag.of(0xa0);
  private static final Tag LIST = Tag.of(0xa0);
  private static final Tag ERROR = Tag.of(0x81);
  private static final int NOTHING = 1;

  /// One by its number.
  public static RetrieveNotifications one(int number) {
    return new RetrieveNotifications(Optional.of(number), Optional.empty());
  }

  @Override
  public String function() {
    return "ES10b.RetrieveNotificationsList";
  }

  @Override
  public Tlv request() {
    Optional<Tlv> choice =
        number
            .map(each -> Tlv.of(NotificationMetadata.NUMBER, Asn1.integer(each)))
            .or(() -> only.map(event -> Tlv.of(NotificationMetadata.EVENT, event.bits())));
    return choice
        .map(each -> Tlv.of(TAG, Tlv.of(CHOICE, each)))
        .orElseGet(() -> Tlv.of(TAG, Octets.NONE));
  }

  @Override
  public List<PendingNotification> answer(Tlv answer) {
    Optional<Tlv> error = answer.find(ERROR);
    if (error.isEmpty()) {
      return answer.get(LIST).children().stream().map(PendingNotification::read).toList();
    }
    int code = Asn1.integer(error.get());
    if (code == NOTHING) {
      return List.of();
    }
    throw new ResultCode("retrieve-notifications", code).fault("fetching notifications");
  }
}
