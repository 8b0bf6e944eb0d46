package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.identity.Plmn;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// One row of the rules authorisation table (SGP.22 clause 2.8.1.2): which policy rules profiles of
/// these owners may carry, and whether the end user must consent. An owner's E digits mean any.
public record AuthorisationRule(PolicyRules rules, List<Tlv> owners, boolean consentNeeded) {
  private static final int PLMN = 6;

  /// Where the digits of country and network stand among the half bytes.
  private static final int[] PLACES = {1, 0, 3, 5, 4, 2};

  /// The owners as country and network code, an `x` where any digit will do.
  public List<String> ownerCodes() {
    return owners.stream()
        .map(owner -> owner.find(Tag.of(0x80)).map(code -> code.value().hex()).orElse(""))
        .map(AuthorisationRule::code)
        .toList();
  }

  /// Whether it is for profiles of this owner: an E digit matches any, a group identifier that the
  /// row leaves out or leaves empty does, too. Without an owner only rows for all are.
  public boolean isFor(Optional<Owner> owner) {
    return owners.stream().anyMatch(each -> covers(each, owner));
  }

  private static boolean covers(Tlv row, Optional<Owner> owner) {
    String wanted = row.find(Tag.of(0x80)).map(code -> code.value().hex()).orElse("");
    String there = owner.map(each -> digits(each.plmn())).orElse("FFFFFF");
    if (wanted.length() != PLMN) {
      return false;
    }
    for (int i = 0; i < PLMN; i++) {
      char digit = Character.toUpperCase(wanted.charAt(PLACES[i]));
      if (digit != 'E' && digit != there.charAt(i)) {
        return false;
      }
    }
    return group(row, Tag.of(0x81), owner.flatMap(Owner::gid1))
        && group(row, Tag.of(0x82), owner.flatMap(Owner::gid2));
  }

  private static String digits(Plmn plmn) {
    return (plmn.mcc() + plmn.mnc() + "F").substring(0, PLMN);
  }

  private static boolean group(Tlv row, Tag tag, Optional<Octets> there) {
    Octets wanted = row.find(tag).map(Tlv::value).orElse(Octets.NONE);
    return wanted.isEmpty() || there.filter(wanted::equals).isPresent();
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
