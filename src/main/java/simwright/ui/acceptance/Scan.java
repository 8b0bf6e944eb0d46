package simwright.ui.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import simwright.device.Attachment;
import simwright.device.Snapshot;
import simwright.identity.Identifier;
import simwright.ui.frame.DeviceChoice;

/// Finds the device that a scanned or typed text means: by its asset tag, its port, or an identity
/// that stands on its label or card. Only a whole match counts: a scan must never start another
/// device.
final class Scan {
  private Scan() {}

  /// An asset tag and the device it was given to; `imei` tells that device from another one at the
  /// same port ("" where it is not known).
  record Tag(String device, String imei) {
    static Tag of(Attachment device) {
      return new Tag(device.id(), imei(device));
    }

    private boolean means(Attachment one) {
      return one.id().equals(device) && imei(one).equals(imei);
    }

    private static String imei(Attachment device) {
      return device.snapshot().imei().value().map(Identifier::value).orElse("");
    }
  }

  /// The devices that it means; none, or more than one, is no answer.
  static List<Attachment> find(String text, List<Attachment> devices, Map<String, Tag> tags) {
    String wanted = plain(text);
    Tag tag = tags.get(wanted);
    return devices.stream()
        .filter(one ->
            tag != null && tag.means(one) || names(one).map(Scan::plain).anyMatch(wanted::equals))
        .toList();
  }

  /// As scanners and people write it: without spaces, in small letters.
  static String plain(String text) {
    return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> names(Attachment one) {
    Snapshot now = one.snapshot();
    return Stream.of(
            Stream.of(one.id(), DeviceChoice.name(one.id()), one.port().name()),
            one.port().usbPath().stream(),
            one.port().serialNumber().stream(),
            now.imei().value().map(Identifier::value).stream(),
            now.iccid().value().map(Identifier::value).stream(),
            now.eid().value().map(Identifier::value).stream())
        .flatMap(each -> each)
        .filter(each -> !each.isBlank());
  }
}
