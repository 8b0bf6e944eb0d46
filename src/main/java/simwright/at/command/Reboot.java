package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Restarts the device with the command of its hardware profile, such as `AT+CFUN=1,1` (3GPP TS
/// 27.007 clause 8.2), `AT+CRESET` or `AT#REBOOT`.
public record Reboot(String text) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return text;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.REBOOT;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
