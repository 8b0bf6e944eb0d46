package simwright.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.identity.Imei;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What is sent of the device (SGP.22 clause 4.2, DeviceInfo): the type allocation code, what the
/// device can do as the tags of the standard, and the IMEI where it is known.
public record DeviceInfo(Octets tac, Tlv capabilities, Optional<Octets> imei) {
  private static final int TAC_DIGITS = 8;
  private static final int IMEI_DIGITS = 15;

  /// GSM, UTRAN, E-UTRAN and RSP capabilities of a device that this program drives: the releases in
  /// which they stand.
  private static final Tlv USUAL =
      Tlv.of(
          Tag.of(0xa1),
          Tlv.of(Tag.of(0x80), Octets.of(8, 0, 0)),
          Tlv.of(Tag.of(0x81), Octets.of(8, 0, 0)),
          Tlv.of(Tag.of(0x85), Octets.of(14, 0, 0)),
          Tlv.of(Tag.of(0x87), Octets.of(2, 2, 0)));

  /// Of a device with this IMEI. A 16-digit IMEISV carries no check digit: it is sent without.
  public static DeviceInfo of(Optional<Imei> imei) {
    String digits = imei.map(Imei::value).orElse("");
    Octets tac = Digits.swapped(typeCode(imei));
    return new DeviceInfo(
        tac, USUAL, digits.length() == IMEI_DIGITS ? Optional.of(imei(digits)) : Optional.empty());
  }

  /// The type allocation code that is sent, eight digits; zeros where no IMEI is known.
  public static String typeCode(Optional<Imei> imei) {
    return imei.map(Imei::tac).orElse("0".repeat(TAC_DIGITS));
  }

  /// Eight bytes of swapped digits, save the last: there the check digit stands in the high half
  /// byte, and F in the low one.
  private static Octets imei(String digits) {
    Octets seven = Digits.swapped(digits.substring(0, IMEI_DIGITS - 1));
    return seven.then(Octets.hex(digits.charAt(IMEI_DIGITS - 1) + "F"));
  }

  Tlv tlv() {
    List<Tlv> parts = new ArrayList<>();
    parts.add(Tlv.of(Tag.of(0x80), tac));
    parts.add(capabilities);
    imei.ifPresent(each -> parts.add(Tlv.of(Tag.of(0x82), each)));
    return Tlv.of(Tag.of(0xa1), parts);
  }
}
