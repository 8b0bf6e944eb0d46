package simwright.lpa;

import java.util.List;
import simwright.euicc.Authenticated;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.InstallationResult;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What of a package, and of the card's account of it, can be verified outside the card (SGP.22
/// clauses 3.1.3.2, 5.5.1, 2.5.6). Segments 86 and 87 can be verified by the card alone.
final class PackageCheck {
  private static final Tag POINT = Tag.of(0x5f49);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag DATA = Tag.of(0xbf27);
  private static final Tag OID = Tag.of(0x06);
  private static final int MAC = 8;

  private PackageCheck() {}

  /// The clear segments must say what was shown, and the server's signature over the keys of the
  /// session must be right.
  static void bound(
      BoundProfilePackage bound, Tlv shown, Certificate binder, Authenticated prepared) {
    Octets stored =
        Octets.join(
            bound.metadataSegments().stream()
                .map(each -> each.value().part(0, Math.max(0, each.value().length() - MAC)))
                .toList());
    if (!stored.equals(shown.raw())) {
      throw new Fault(LpaCodes.METADATA, "comparing the metadata", "the package");
    }
    Tlv init = bound.initialise();
    Tlv point = prepared.raw().get(Tag.of(0xa0), Tag.of(0x30)).get(POINT);
    Octets message =
        Octets.join(
            List.of(
                init.get(Tag.of(0x82)).raw(),
                init.get(TRANSACTION).raw(),
                init.get(Tag.of(0xa6)).raw(),
                init.get(POINT).raw(),
                point.raw()));
    if (!Signatures.verify(binder, message, init.get(SIGNATURE).value())) {
      throw new Fault(TrustCodes.MESSAGE_SIGNATURE, "verifying the package", binder.subject());
    }
  }

  /// The card must have signed its account, of this session, this server and this profile. One that
  /// stopped before it knew the profile names none.
  static void account(
      InstallationResult result,
      ProfileInfo profile,
      MutualAuthentication.Met met,
      Certificate binder) {
    Tlv data = result.raw().get(DATA);
    met.card().require(data.raw(), result.raw().get(SIGNATURE).value(), "verifying euiccSignPIR");
    boolean server =
        binder.serverOid().map(Asn1::oid).filter(data.get(OID).value()::equals).isPresent();
    CardProof.requireSession(
        server && result.transactionId().equals(met.transaction()),
        "verifying the installation result");
    boolean nameless =
        result instanceof InstallationResult.Failed && result.metadata().iccid().isEmpty();
    if (!nameless && !result.metadata().iccid().equals(profile.iccid())) {
      throw new Fault(LpaCodes.OTHER_ICCID, "verifying the installation result", "the card");
    }
  }
}
