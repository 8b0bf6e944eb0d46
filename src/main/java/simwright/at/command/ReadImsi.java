package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.identity.Imsi;

/// The IMSI, +CIMI (3GPP TS 27.007 clause 5.6): at most 15 digits.
public record ReadImsi(String text) implements AtCommand<Imsi> {
  /// As 3GPP TS 27.007 has it.
  public ReadImsi() {
    this("AT+CIMI");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Imsi> parse(List<String> lines) {
    return Lines.identifier(lines, Imsi::new);
  }
}
