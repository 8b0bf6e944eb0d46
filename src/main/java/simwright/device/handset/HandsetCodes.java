package simwright.device.handset;

import simwright.fault.FaultCode;

/// The codes of this package: why a handset does not do what a command says.
public final class HandsetCodes {
  /// The handset has no such command for a shell without root.
  public static final FaultCode NOT_SUPPORTED = new FaultCode("adb", "not-supported");

  /// The command is there, and the shell has no permission for it.
  public static final FaultCode PERMISSION = new FaultCode("adb", "permission");

  /// The command failed for another reason.
  public static final FaultCode COMMAND_FAILED = new FaultCode("adb", "command-failed");

  /// The command ended well and changed nothing.
  public static final FaultCode NO_EFFECT = new FaultCode("adb", "no-effect");

  private HandsetCodes() {}
}
