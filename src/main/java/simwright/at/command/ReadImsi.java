package simwright.at.command;

import simwright.at.CommandClass;
import simwright.identity.Imsi;

/// The IMSI, +CIMI (3GPP TS 27.007 clause 5.6): at most 15 digits.
public record ReadImsi(String text) implements ReadIdentity<Imsi> {
  /// As 3GPP TS 27.007 has it.
  public ReadImsi() {
    this("AT+CIMI");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Imsi make(String digits) {
    return new Imsi(digits);
  }
}
