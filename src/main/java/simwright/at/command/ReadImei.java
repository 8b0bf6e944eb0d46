package simwright.at.command;

import simwright.identity.Imei;

/// The IMEI, +CGSN (3GPP TS 27.007 clause 5.4): 15 digits.
public record ReadImei(String text) implements ReadIdentity<Imei> {
  /// As 3GPP TS 27.007 has it.
  public ReadImei() {
    this("AT+CGSN");
  }

  @Override
  public Imei make(String digits) {
    return new Imei(digits);
  }
}
