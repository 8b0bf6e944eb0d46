package simwright.device;

import java.util.List;
import java.util.stream.Stream;
import simwright.euicc.IsdR;
import simwright.hardware.CardAccess;
import simwright.tlv.Octets;

/// Where cards have their ISD-R: the standard's place first, then those that makers of removable
/// cards are known to use (OpenEUICC's list).
final class SecurityDomains {
  static final List<Octets> KNOWN =
      List.of(
          IsdR.AID,
          Octets.hex("A0000005591010FFFFFFFF8900050500"),
          Octets.hex("A0000005591010000000008900000300"),
          Octets.hex("A0000005591010FFFFFFFF8900000177"));

  private SecurityDomains() {}

  /// Those of a family first, then all that are known.
  static List<Octets> of(CardAccess access) {
    return Stream.concat(access.isdR().stream().map(Octets::hex), KNOWN.stream())
        .distinct()
        .toList();
  }
}
