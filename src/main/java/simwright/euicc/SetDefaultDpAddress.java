package simwright.euicc;

import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10a.SetDefaultDpAddress (SGP.22 clause 5.7.4): a host name, or nothing to take it away.
/// Results: 0 done, 127 undefined.
public record SetDefaultDpAddress(String host) implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf3f);

  @Override
  public String function() {
    return "ES10a.SetDefaultDpAddress";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Tlv.of(Tag.of(0x80), Asn1.text(host)));
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("set-default-dp-address", answer);
  }
}
