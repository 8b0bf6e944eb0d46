package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A notification as it is told to a server: signed by the card, so relayed byte for byte. An
/// installation result (BF37) carries what the load came to.
public record PendingNotification(NotificationMetadata metadata, Tlv raw) {
  private static final Tag DATA = Tag.of(0xbf27);

  /// Reads a ProfileInstallationResult or an OtherSignedNotification.
  public static PendingNotification read(Tlv tlv) {
    Tlv around = tlv.tag().equals(InstallationResult.TAG) ? tlv.get(DATA) : tlv;
    return new PendingNotification(
        NotificationMetadata.read(around.get(NotificationMetadata.TAG)), tlv);
  }
}
