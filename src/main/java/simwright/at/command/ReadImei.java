package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.identity.Imei;

/// The IMEI, +CGSN (3GPP TS 27.007 clause 5.4): 15 digits, bare or with prefix and quotes.
public record ReadImei(String text) implements AtCommand<Imei> {
  /// As 3GPP TS 27.007 has it.
  public ReadImei() {
    this("AT+CGSN");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.LOCAL;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Imei> parse(List<String> lines) {
    return Lines.identifier(lines, Imei::new);
  }
}
