package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Chooses the card slot with the command of the hardware profile, such as `AT+QUIMSLOT=2`; drops
/// the data session.
public record SelectSlot(String text) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return text;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.RADIO;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
