package simwright.euicc;

import java.util.List;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// One row of the rules authorisation table (SGP.22 clause 2.8.1.2): which policy rules profiles of
/// these owners may carry, and whether the end user must consent. An owner's E digits mean any.
public record AuthorisationRule(PolicyRules rules, List<Tlv> owners, boolean consentNeeded) {
  static AuthorisationRule read(Tlv row) {
    return new AuthorisationRule(
        PolicyRules.read(row.get(Tag.of(0x80))),
        row.get(Tag.of(0xa1)).children(),
        Asn1.bits(row.get(Tag.of(0x82))).get(0));
  }
}
