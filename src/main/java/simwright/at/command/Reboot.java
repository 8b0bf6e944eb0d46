package simwright.at.command;

import simwright.at.CommandClass;

/// Restarts the device with the command of its hardware profile, such as `AT+CFUN=1,1` (3GPP TS
/// 27.007 clause 8.2), `AT+CRESET` or `AT#REBOOT`.
public record Reboot(String text) implements Order {
  @Override
  public CommandClass commandClass() {
    return CommandClass.REBOOT;
  }
}
