package simwright.euicc;

import java.util.List;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// One row of the rules authorisation table (SGP.22 clause 2.8.1.2): which policy rules profiles of
/// these owners may carry, and whether the end user must consent. An owner's E digits mean any.
public record AuthorisationRule(PolicyRules rules, List<Tlv> owners, boolean consentNeeded) {
  /// The owners as country and network code, an `x` where any digit will do.
  public List<String> ownerCodes() {
    return owners.stream()
        .map(owner -> owner.find(Tag.of(0x80)).map(code -> code.value().hex()).orElse(""))
        .map(AuthorisationRule::code)
        .toList();
  }

  private static String code(String hex) {
    if (hex.length() != 6) {
      return hex;
    }
    String mcc = "" + hex.charAt(1) + hex.charAt(0) + hex.charAt(3);
    char third = Character.toUpperCase(hex.charAt(2));
    String mnc = "" + hex.charAt(5) + hex.charAt(4) + (third == 'F' ? "" : third);
    return (mcc + "-" + mnc).replace('E', 'x').replace('e', 'x');
  }

  static AuthorisationRule read(Tlv row) {
    return new AuthorisationRule(
        PolicyRules.read(row.get(Tag.of(0x80))),
        row.get(Tag.of(0xa1)).children(),
        Asn1.bits(row.get(Tag.of(0x82))).get(0));
  }
}
