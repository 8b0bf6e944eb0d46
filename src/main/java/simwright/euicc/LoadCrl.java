package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.LoadCRL (SGP.22 clause 5.7.12): a certificate revocation list as DER. Results: 0 done, 1
/// signature, 2 format, 3 memory, 4 no key, 127 undefined.
public record LoadCrl(Tlv list) implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf35);
  private static final Tag MISSING = Tag.of(0xa0);
  private static final Tag ERROR = Tag.of(0x81);

  @Override
  public String function() {
    return "ES10b.LoadCRL";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, list);
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return answer
        .find(ERROR)
        .map(code -> new ResultCode("load-crl", simwright.tlv.Asn1.integer(code)))
        .orElseGet(() -> {
          Tlv unused = answer.get(MISSING);
          return new ResultCode("load-crl", 0);
        });
  }
}
