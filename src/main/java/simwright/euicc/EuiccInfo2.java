package simwright.euicc;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tags;
import simwright.tlv.Tlv;

/// EuiccInfo2 (SGP.22 clause 5.7.8): what the card is and can do. Capabilities are bits as the
/// standard numbers them; `raw` holds also what a newer card adds.
public record EuiccInfo2(
    String profileVersion,
    String svn,
    String firmware,
    Memory memory,
    BitSet uiccCapability,
    Optional<String> ts102241Version,
    Optional<String> globalPlatformVersion,
    BitSet rspCapability,
    List<Octets> rootsForVerification,
    List<Octets> rootsForSigning,
    Optional<Category> category,
    PolicyRules forbiddenRules,
    String protectionProfileVersion,
    String sasAccreditation,
    Optional<String> platformLabel,
    Tlv raw) {
  private static final Tag INFO = Tag.of(0xbf22);
  private static final Tag PROFILE_VERSION = Tag.of(0x81);
  private static final Tag FIRMWARE = Tag.of(0x83);
  private static final Tag RESOURCE = Tag.of(0x84);
  private static final Tag UICC = Tag.of(0x85);
  private static final Tag TS_102_241 = Tag.of(0x86);
  private static final Tag GLOBAL_PLATFORM = Tag.of(0x87);
  private static final Tag RSP = Tag.of(0x88);
  private static final Tag CATEGORY = Tag.of(0x8b);
  private static final Tag FORBIDDEN = Tag.of(0x99);
  private static final Tag PROTECTION = Tag.of(0x04);
  private static final Tag SAS = Tag.of(0x0c);
  private static final Tag CERTIFICATION = Tag.of(0xac);
  private static final Tag LABEL = Tag.of(0x80);

  /// How large a card's memory is in words of the standard.
  public enum Category {
    OTHER,
    BASIC,
    MEDIUM,
    CONTACTLESS
  }

  /// What is free and in use (SGP.22 refers to ETSI TS 102 226 clause 8.2.1.7.2): applications and
  /// bytes.
  public record Memory(int applications, long freeNonVolatile, long freeVolatile) {
    private static final Tag APPLICATIONS = Tag.of(0x81);
    private static final Tag NON_VOLATILE = Tag.of(0x82);
    private static final Tag VOLATILE = Tag.of(0x83);

    static Memory read(Tlv resource) {
      List<Tlv> parts = Tlv.readAll(resource.value());
      return new Memory(
          (int) number(parts, APPLICATIONS), number(parts, NON_VOLATILE), number(parts, VOLATILE));
    }

    private static long number(List<Tlv> parts, Tag tag) {
      long value = 0;
      for (Tlv part : parts) {
        if (part.tag().equals(tag)) {
          for (int i = 0; i < Math.min(7, part.value().length()); i++) {
            value = value << 8 | part.value().at(i);
          }
        }
      }
      return value;
    }
  }

  /// Reads it.
  public static EuiccInfo2 read(Tlv tlv) {
    return new EuiccInfo2(
        Asn1.version(tlv.get(PROFILE_VERSION)),
        Asn1.version(tlv.get(EuiccInfo1.SVN)),
        Asn1.version(tlv.get(FIRMWARE)),
        Memory.read(tlv.get(RESOURCE)),
        Asn1.bits(tlv.get(UICC)),
        tlv.find(TS_102_241).map(Asn1::version),
        tlv.find(GLOBAL_PLATFORM).map(Asn1::version),
        Asn1.bits(tlv.get(RSP)),
        EuiccInfo1.roots(tlv, EuiccInfo1.VERIFICATION),
        EuiccInfo1.roots(tlv, EuiccInfo1.SIGNING),
        tlv.find(CATEGORY).map(Asn1::integer).flatMap(EuiccInfo2::category),
        tlv.find(FORBIDDEN).map(PolicyRules::read).orElse(PolicyRules.NONE),
        tlv.find(PROTECTION).map(Asn1::version).orElse(""),
        tlv.find(SAS).map(Asn1::text).orElse(""),
        tlv.find(CERTIFICATION).flatMap(data -> data.find(LABEL)).map(Asn1::text),
        tlv);
  }

  /// The key identifiers of the roots it verifies with, in hexadecimal digits.
  public List<String> verifiesWith() {
    return rootsForVerification.stream().map(Octets::hex).toList();
  }

  /// The key identifiers of the roots its own certificates stand under, in hexadecimal digits.
  public List<String> signsUnder() {
    return rootsForSigning.stream().map(Octets::hex).toList();
  }

  /// What the card can do with profiles and networks, by the standard's names.
  public List<String> uiccCapabilities() {
    return names(UICC, uiccCapability);
  }

  /// What the card can do in remote provisioning, by the standard's names.
  public List<String> rspCapabilities() {
    return names(RSP, rspCapability);
  }

  /// A bit that is newer than the table has a number alone.
  private static List<String> names(Tag tag, BitSet set) {
    String type =
        Tags.root().in(INFO).flatMap(info -> info.in(tag)).map(Tags::type).orElse("bits:");
    List<String> names = List.of(type.substring(type.indexOf(':') + 1).split(","));
    return set.stream()
        .mapToObj(bit -> bit < names.size() ? names.get(bit) : "bit " + bit)
        .toList();
  }

  private static Optional<Category> category(int number) {
    return number >= 0 && number < Category.values().length
        ? Optional.of(Category.values()[number])
        : Optional.empty();
  }
}
