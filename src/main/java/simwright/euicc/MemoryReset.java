package simwright.euicc;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.eUICCMemoryReset (SGP.22 clause 5.7.19): takes everything of the chosen kinds off the
/// card. Results: 0 done, 1 nothing to delete, 5 toolkit busy, 104 emergency call, 127 undefined.
public record MemoryReset(Set<What> what) implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf34);
  private static final Tag OPTIONS = Tag.of(0x82);

  public MemoryReset {
    what = Set.copyOf(what);
  }

  /// What is taken off.
  public enum What {
    OPERATIONAL_PROFILES,
    FIELD_LOADED_TEST_PROFILES,
    DEFAULT_SMDP_ADDRESS
  }

  /// All that a version 2 card can reset.
  public static MemoryReset everything() {
    return new MemoryReset(EnumSet.allOf(What.class));
  }

  @Override
  public String function() {
    return "ES10c.eUICCMemoryReset";
  }

  @Override
  public Tlv request() {
    BitSet bits = new BitSet();
    what.forEach(each -> bits.set(each.ordinal()));
    return Tlv.of(TAG, Tlv.of(OPTIONS, Asn1.bits(bits)));
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("memory-reset", answer);
  }
}
