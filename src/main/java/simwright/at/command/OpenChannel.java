package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Opens a logical channel of the card to an application, +CCHO (3GPP TS 27.007 clause 8.45): the
/// answer is the channel's handle, bare or after the prefix, kept as text.
public record OpenChannel(String aid) implements AtCommand<String> {
  public OpenChannel {
    if (!aid.matches("(?:[0-9A-Fa-f]{2}){5,16}")) {
      throw new IllegalArgumentException("an application identifier has 5 to 16 octets");
    }
  }

  @Override
  public String text() {
    return "AT+CCHO=\"" + aid + "\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.APDU;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    return Lines.value(lines).filter(handle -> handle.matches("[0-9A-Fa-f]{1,16}"));
  }
}
