package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10a.GetEuiccConfiguredAddresses (SGP.22 clause 5.7.3).
public record GetConfiguredAddresses() implements CardRequest<ConfiguredAddresses> {
  private static final Tag TAG = Tag.of(0xbf3c);

  @Override
  public String function() {
    return "ES10a.GetEuiccConfiguredAddresses";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Octets.NONE);
  }

  @Override
  public ConfiguredAddresses answer(Tlv answer) {
    return ConfiguredAddresses.read(answer);
  }
}
