package simwright.euicc;

import java.util.BitSet;
import simwright.tlv.Asn1;
import simwright.tlv.Tlv;

/// Profile policy rules (SGP.22 clause 2.8.1): whether the operator may change them, and whether
/// the profile may not be disabled (PPR1) or not be deleted (PPR2).
public record PolicyRules(boolean updateControl, boolean mayNotDisable, boolean mayNotDelete) {
  /// No rule.
  public static final PolicyRules NONE = new PolicyRules(false, false, false);

  /// Reads PprIds.
  public static PolicyRules read(Tlv bits) {
    BitSet set = Asn1.bits(bits);
    return new PolicyRules(set.get(0), set.get(1), set.get(2));
  }

  /// Whether there is any.
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// The bits of PprIds.
  public BitSet bits() {
    BitSet set = new BitSet();
    set.set(0, updateControl);
    set.set(1, mayNotDisable);
    set.set(2, mayNotDelete);
    return set;
  }
}
