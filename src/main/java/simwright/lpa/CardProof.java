package simwright.lpa;

import java.time.Instant;
import java.util.List;
import simwright.euicc.Authenticated;
import simwright.euicc.EuiccCodes;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What a card has proven outside itself (SGP.22 clauses 3.1.2, 4.5.2): its certificate leads over
/// its maker's to `root`, names the EID that the card tells, and signs what the card says.
record CardProof(Certificate certificate, Certificate root) {
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag ADDRESS = Tag.of(0x83);
  private static final Tag CHALLENGE = Tag.of(0x84);
  private static final int PARTS = 4;
  private static final String CARD = "the card";

  /// What the card's answer has to fit: what the server signed, the key of the root that the server
  /// wants, the matching identifier that was sent, "" where none was, and the EID the card told.
  record Wanted(Tlv serverSigned, Octets rootKey, String matchingId, Eid eid) {}

  /// Verifies the answer to AuthenticateServer under the roots that are trusted here, be they among
  /// those that the card believes or not: the card's own chain may have another root than the
  /// server's. One that leads to none of them is refused like any other that cannot be verified.
  static CardProof of(Authenticated.Accepted said, Wanted wanted, Trust roots, Instant now) {
    List<Tlv> parts = said.raw().get(OK).children();
    if (parts.size() < PARTS) {
      throw new Fault(EuiccCodes.ANSWER, "ES10b.AuthenticateServer", CARD);
    }
    CardProof proof = chained(parts.get(2), parts.get(3), wanted.eid(), roots, now);
    if (!proof.root.keyId().equals(wanted.rootKey())) {
      throw new Fault(
          LpaCodes.CARD_ROOT,
          "verifying the card's certificates",
          CARD,
          "root key " + proof.root.keyId().hex() + ", asked for " + wanted.rootKey().hex(),
          null);
    }
    proof.require(said.signed().raw(), said.signature(), "verifying euiccSignature1");
    requireSession(echoes(said.signed(), wanted), "verifying euiccSigned1");
    return proof;
  }

  /// The subject of a card's certificate holds its EID, so nothing of it goes into the fault.
  private static CardProof chained(Tlv card, Tlv maker, Eid eid, Trust roots, Instant now) {
    try {
      Certificate read = Certificate.read(card);
      return new CardProof(read, roots.verifyCard(read, Certificate.read(maker), eid, now));
    } catch (Fault wrong) {
      FaultCode code = wrong.code().equals(TrustCodes.ROOT) ? LpaCodes.CARD_ROOT : wrong.code();
      throw new Fault(
          code, "verifying the card's certificates", CARD, wrong.evidence().orElse(null), null);
    }
  }

  private static boolean echoes(Tlv signed, Wanted wanted) {
    String order =
        signed.find(OK).flatMap(each -> each.find(TRANSACTION)).map(Asn1::text).orElse("");
    return same(signed, wanted.serverSigned(), TRANSACTION)
        && same(signed, wanted.serverSigned(), ADDRESS)
        && same(signed, wanted.serverSigned(), CHALLENGE)
        && order.equals(wanted.matchingId());
  }

  private static boolean same(Tlv one, Tlv other, Tag tag) {
    return one.find(tag).equals(other.find(tag));
  }

  /// Throws `lpa/card-signature` unless the card signed these bytes; `doing` names the signature.
  void require(Octets message, Octets signature, String doing) {
    if (!Signatures.verify(certificate, message, signature)) {
      throw new Fault(LpaCodes.CARD_SIGNATURE, doing, CARD);
    }
  }

  /// Throws `lpa/card-session` unless what the card signed belongs to the session.
  static void requireSession(boolean belongs, String doing) {
    if (!belongs) {
      throw new Fault(LpaCodes.CARD_SESSION, doing, CARD);
    }
  }
}
