package simwright.ui.profile;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// The names of the bits in which a card tells what it can (SGP.22 clause 5.7.8 and the PE
/// definitions: UICCCapability, RspCapability), in the standard's own words.
final class Capabilities {
  private static final List<String> UICC =
      List.of(
          "contactless",
          "USIM",
          "ISIM",
          "CSIM",
          "AKA Milenage",
          "AKA CAVE",
          "AKA TUAK-128",
          "AKA TUAK-256",
          "bit 8",
          "bit 9",
          "GBA in the USIM",
          "GBA in the ISIM",
          "MBMS in the USIM",
          "EAP client",
          "Java Card",
          "MULTOS",
          "several USIMs",
          "several ISIMs",
          "several CSIMs",
          "BER-TLV files",
          "DF links",
          "CAT_TP",
          "GET IDENTITY",
          "SUCI profile A (X25519)",
          "SUCI profile B (P-256)",
          "SUCI calculator API");
  private static final List<String> RSP =
      List.of(
          "additional profile",
          "revocation lists",
          "remote profile management",
          "test profiles",
          "extensible device information");

  private Capabilities() {}

  static String uicc(BitSet bits) {
    return names(bits, UICC);
  }

  static String rsp(BitSet bits) {
    return names(bits, RSP);
  }

  /// A bit that a newer standard added keeps its number.
  private static String names(BitSet bits, List<String> names) {
    return bits.stream()
        .mapToObj(bit -> bit < names.size() ? names.get(bit) : "bit " + bit)
        .collect(Collectors.joining(", "));
  }
}
