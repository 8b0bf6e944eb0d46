package simwright.ui.fx;

import simwright.fault.FaultCode;

/// The codes of the screen itself.
public final class ScreenCodes {
  /// Something broke while a screen was drawn or a key was answered; the log has the particulars.
  public static final FaultCode DEFECT = new FaultCode("screen", "defect");

  private ScreenCodes() {}
}
