package simwright.sim.server;

import java.time.Instant;
import java.util.List;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Whether what comes to an SM-DP+ is of a genuine card, and how the standard numbers it where it
/// is not (SGP.22 clauses 5.6.2 to 5.6.5).
final class Genuine {
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag METADATA = Tag.of(0xbf2f);
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final int PARTS = 4;

  private Genuine() {}

  /// Holds a card's certificate and that of its maker to the root; gives the EID it names.
  static Eid card(Certificate card, Certificate maker, Certificate root, Instant now) {
    Trust trust = new Trust(List.of(root));
    try {
      Certificate unused = trust.verify(maker, Role.EUM, now);
    } catch (Fault wrong) {
      throw refused("8.1.2", "EUM certificate: ", wrong);
    }
    Eid eid = new Eid(card.serialNumber().orElse("0".repeat(32)));
    try {
      Certificate unused = trust.verifyCard(card, maker, eid, now);
    } catch (Fault wrong) {
      boolean range = wrong.code().equals(TrustCodes.EID_RANGE);
      throw refused(range ? "8.1.4" : "8.1.3", "eUICC certificate: ", wrong);
    }
    return eid;
  }

  /// Refuses what the card did not sign.
  static void signature(Certificate card, Octets message, Octets signature) {
    if (!Signatures.verify(card, message, signature)) {
      throw new Refused("8.1", "6.1", "eUICC signature is invalid");
    }
  }

  /// Refuses a notification that no genuine card signed: one carries the certificates itself.
  static void notification(Tlv told, Certificate root, Instant now) {
    List<Tlv> parts = told.children();
    if (!told.tag().equals(SEQUENCE) || parts.size() != PARTS) {
      throw new Refused("1.6", "2.1", "It is no notification");
    }
    Certificate card = Certificate.read(parts.get(2));
    Eid unused = card(card, Certificate.read(parts.get(3)), root, now);
    signature(card, told.get(METADATA).raw(), told.get(SIGNATURE).value());
  }

  private static Refused refused(String subject, String what, Fault wrong) {
    boolean over = wrong.code().equals(TrustCodes.EXPIRED);
    return new Refused(subject, over ? "6.3" : "6.1", what + wrong.code());
  }
}
