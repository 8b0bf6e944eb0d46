package simwright.sim.euicc;

import java.util.List;
import simwright.euicc.PolicyRules;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.tlv.Octets;

/// How a card left the factory: its EID, key and certificates, the roots it believes, its memory in
/// bytes, where its security domain is, the policy rules it allows with or without consent, the
/// root SM-DS it names, what kind of card it is, and how fast it thinks.
public record CardMaking(
    Eid eid,
    Identity card,
    Identity maker,
    List<Certificate> roots,
    int memory,
    Octets isdR,
    List<Allowed> allowed,
    String rootSmds,
    Kind kind,
    Pace pace) {
  /// What can sit in a slot.
  public enum Kind {
    /// An eUICC of SGP.22, managed by whoever holds the device.
    CONSUMER,
    /// A card with one subscription for ever.
    PLAIN,
    /// An eUICC of SGP.02, managed by an SM-SR: its ISD-R is there, ES10 is not.
    SM_SR,
    /// An eUICC of SGP.32, managed by an eIM: it can be read, and switched by its eIM alone.
    IOT
  }

  /// Where most cards have their ISD-R.
  public static final Octets USUAL = Octets.hex("A0000005591010FFFFFFFF8900000100");

  /// The discovery server that cards of the simulated industry name.
  public static final String SMDS = "smds.simwright.test";

  /// Where the ISD-R of one maker's cards is instead.
  public static final Octets OTHER = Octets.hex("A0000005591010000000008900000300");

  public CardMaking {
    roots = List.copyOf(roots);
    allowed = List.copyOf(allowed);
  }

  /// A quick consumer card with its ISD-R at the usual place, made by a maker of the simulated
  /// industry, whose root it believes.
  public static CardMaking usual(TestPki pki, Eid eid, Identity maker, int memory) {
    return new CardMaking(
        eid,
        pki.card(eid, maker),
        maker,
        List.of(pki.root()),
        memory,
        USUAL,
        List.of(),
        SMDS,
        Kind.CONSUMER,
        Pace.QUICK);
  }

  /// The same card that allows rules of profiles.
  public CardMaking allowing(List<Allowed> others) {
    return new CardMaking(eid, card, maker, roots, memory, isdR, others, rootSmds, kind, pace);
  }

  /// The same card of another kind.
  public CardMaking as(Kind other) {
    return new CardMaking(eid, card, maker, roots, memory, isdR, allowed, rootSmds, other, pace);
  }

  /// The same card with its ISD-R elsewhere.
  public CardMaking at(Octets aid) {
    return new CardMaking(eid, card, maker, roots, memory, aid, allowed, rootSmds, kind, pace);
  }

  /// The same card thinking otherwise.
  public CardMaking at(Pace other) {
    return new CardMaking(eid, card, maker, roots, memory, isdR, allowed, rootSmds, kind, other);
  }

  /// A row of the rules authorisation table: which rules the profiles of these owners may carry,
  /// and whether the end user must consent.
  public record Allowed(PolicyRules rules, List<AllowedOwner> owners, boolean consent) {
    public Allowed {
      owners = List.copyOf(owners);
    }

    /// For every owner.
    public Allowed(PolicyRules rules, boolean consent) {
      this(rules, List.of(AllowedOwner.ANY), consent);
    }
  }
}
