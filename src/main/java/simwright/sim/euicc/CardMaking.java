package simwright.sim.euicc;

import java.util.List;
import simwright.euicc.PolicyRules;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.sim.pki.Identity;
import simwright.tlv.Octets;

/// How a card left the factory: its EID, key and certificates, the roots it believes, its memory in
/// bytes, where its security domain is, the policy rules it allows with or without consent, the
/// root SM-DS it names, and whether its maker's profile keeps users away from it.
public record CardMaking(
    Eid eid,
    Identity card,
    Identity maker,
    List<Certificate> roots,
    int memory,
    Octets isdR,
    List<Allowed> allowed,
    String rootSmds) {
  /// Where most cards have their ISD-R.
  public static final Octets USUAL = Octets.hex("A0000005591010FFFFFFFF8900000100");

  /// A row of the rules authorisation table: rules for the owner of any network.
  public record Allowed(PolicyRules rules, boolean consent) {}
}
