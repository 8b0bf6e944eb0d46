package simwright.link.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;

/// Turns the operating system's refusal of a port into who holds it or what to do.
final class Refusals {
  /// Linux error numbers.
  static final int NOT_A_TTY = 25;

  private static final int ABSENT = 2;
  private static final int NO_DEVICE = 6;
  private static final int LOCKED = 11;
  private static final int REFUSED = 13;
  private static final int BUSY = 16;
  private static final int NOT_THERE = 19;
  private static final int FOLDER = 21;
  private static final int NOT_PERMITTED = 1;

  private final Holders holders;
  private final Sysfs sysfs;

  Refusals(Holders holders, Sysfs sysfs) {
    this.holders = holders;
    this.sysfs = sysfs;
  }

  /// This program holds it already.
  static Fault ours(LinkAddress address) {
    return new Fault(
        LinkCodes.BUSY, "opening a port", address.toString(), "held by this program", null);
  }

  /// The refusal with this error number.
  Fault fault(LinkAddress address, Path path, int error) {
    if (!Files.exists(path)) {
      return new Fault(LinkCodes.ABSENT, "opening a port", address.toString());
    }
    return switch (error) {
      case BUSY, LOCKED -> busy(address, path);
      case REFUSED, NOT_PERMITTED -> forbidden(address);
      case ABSENT, NO_DEVICE, NOT_THERE ->
          new Fault(LinkCodes.ABSENT, "opening a port", address.toString());
      case NOT_A_TTY, FOLDER -> new Fault(LinkCodes.NO_PORT, "opening a port", address.toString());
      default ->
          holders.holder(path).isPresent()
              ? busy(address, path)
              : fault(LinkCodes.UNOPENABLE, address, "error " + error + " of the system");
    };
  }

  /// Another program holds it.
  Fault busy(LinkAddress address, Path path) {
    String who = holders.holder(path).orElse("another program");
    String advice =
        holders.modemManagerRuns()
            ? "; ModemManager runs, keep it off with: mmcli --inhibit-device="
                + sysfs.physicalDevice(path).orElse("<device>")
            : "";
    return fault(LinkCodes.BUSY, address, "held by " + who + advice);
  }

  /// The user may not open it.
  Fault forbidden(LinkAddress address) {
    return fault(
        LinkCodes.FORBIDDEN,
        address,
        "join its group: sudo usermod -aG dialout $USER, then sign in again");
  }

  private static Fault fault(FaultCode code, LinkAddress address, String evidence) {
    return new Fault(code, "opening a port", address.toString(), evidence, null);
  }
}
