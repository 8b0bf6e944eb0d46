package simwright.lab;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class LabCodes {
  /// There is no bench in this folder, or its server has gone.
  public static final FaultCode NO_BENCH = new FaultCode("lab", "no-bench");

  /// The folder's bench.json is none that this program wrote.
  public static final FaultCode DAMAGED = new FaultCode("lab", "damaged");

  /// The device is unplugged, so that nothing else can be done to it.
  public static final FaultCode UNPLUGGED = new FaultCode("lab", "unplugged");

  /// The bench has no such device.
  public static final FaultCode NO_DEVICE = new FaultCode("lab", "no-device");

  /// The simulator offers no device of this name.
  public static final FaultCode NOT_OFFERED = new FaultCode("lab", "not-offered");

  /// The bench folder cannot be written or read.
  public static final FaultCode FOLDER = new FaultCode("lab", "folder");

  /// The bench's server refused or did not answer.
  public static final FaultCode CONTROL = new FaultCode("lab", "control");

  /// Another program serves a bench in this folder.
  public static final FaultCode SERVED = new FaultCode("lab", "served");

  /// This system has no pseudo-terminals, so that no other program could reach the devices.
  public static final FaultCode NO_TERMINALS = new FaultCode("lab", "no-terminals");

  /// A simulated server cannot be started.
  public static final FaultCode SERVER = new FaultCode("lab", "server");

  /// No virtual card reader listens there.
  public static final FaultCode NO_READER = new FaultCode("lab", "no-reader");

  private LabCodes() {}
}
