package simwright.euicc;

import java.util.List;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// EuiccInfo1 (SGP.22 clause 5.7.8): the version the card supports, and the key identifiers of the
/// roots it verifies with and signs under. `raw` is what a server is sent.
public record EuiccInfo1(
    String svn, List<Octets> rootsForVerification, List<Octets> rootsForSigning, Tlv raw) {
  static final Tag SVN = Tag.of(0x82);
  static final Tag VERIFICATION = Tag.of(0xa9);
  static final Tag SIGNING = Tag.of(0xaa);
  static final Tag KEY = Tag.of(0x04);

  /// Reads it.
  public static EuiccInfo1 read(Tlv tlv) {
    return new EuiccInfo1(
        Asn1.version(tlv.get(SVN)), roots(tlv, VERIFICATION), roots(tlv, SIGNING), tlv);
  }

  static List<Octets> roots(Tlv tlv, Tag list) {
    return tlv.get(list).all(KEY).stream().map(Tlv::value).toList();
  }
}
