package simwright.link;

import java.util.Optional;
import java.util.OptionalInt;

/// A port as the operating system describes it. USB ids are four lower-case hex digits; `usbPath`
/// is the topological place (`1-2.3`), which survives re-enumeration; `interfaceNumber` is
/// bInterfaceNumber.
public record PortInfo(
    LinkAddress address,
    String name,
    Optional<String> vid,
    Optional<String> pid,
    String maker,
    String product,
    Optional<String> serialNumber,
    Optional<String> usbPath,
    OptionalInt interfaceNumber,
    PortRole role,
    boolean simulated) {
  /// A port that a person named and no transport lists.
  public static PortInfo unlisted(LinkAddress address, boolean simulated) {
    String path = address.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new PortInfo(
        address,
        name,
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.UNKNOWN,
        simulated);
  }
}
