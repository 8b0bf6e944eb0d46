package simwright.link;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// By what a port is known again after its device went away and came back: the maker's id, the USB
/// place, the serial number where it tells devices apart, and the interface. `address` serves ports
/// that are not USB.
public record PortIdentity(
    LinkAddress address,
    Optional<String> vid,
    Optional<String> usbPath,
    Optional<String> serialNumber,
    OptionalInt interfaceNumber) {
  private static final Set<String> PLACEHOLDERS =
      Set.of("0123456789ABCDEF", "1234567890ABCDEF", "123456789ABCDEF", "0123456789", "1234567890");

  /// The identity as the port itself tells it. `PortMemory` also knows its neighbours.
  public static PortIdentity of(PortInfo port) {
    return new PortIdentity(
        port.address(),
        port.vid(),
        port.usbPath(),
        port.serialNumber().filter(PortIdentity::tellsApart),
        port.interfaceNumber());
  }

  /// The same without its serial number, because another device shows the same one.
  PortIdentity withoutSerial() {
    return new PortIdentity(address, vid, usbPath, Optional.empty(), interfaceNumber);
  }

  /// The same without its place, because another device is there now.
  public PortIdentity withoutPlace() {
    LinkAddress nowhere = new LinkAddress("nowhere", "");
    return new PortIdentity(nowhere, vid, Optional.of(""), serialNumber, interfaceNumber);
  }

  /// Whether it is a USB port at all.
  boolean usb() {
    return vid.isPresent() && usbPath.isPresent();
  }

  /// Whether `other` is the same port at the same place: serial numbers, where both have one, must
  /// agree. The product id may differ, because a module changes it with its composition.
  boolean samePlace(PortIdentity other) {
    return sameKind(other)
        && usbPath.equals(other.usbPath)
        && (serialNumber.isEmpty()
            || other.serialNumber.isEmpty()
            || serialNumber.equals(other.serialNumber));
  }

  /// Whether `other` is the same port at the same place and says so by its serial number too.
  boolean samePlaceAndSerial(PortIdentity other) {
    return samePlace(other) && sameSerial(other);
  }

  /// Whether `other` is the same port at whatever place, by its serial number.
  boolean sameSerial(PortIdentity other) {
    return sameKind(other) && serialNumber.isPresent() && serialNumber.equals(other.serialNumber);
  }

  private boolean sameKind(PortIdentity other) {
    return vid.equals(other.vid) && interfaceNumber.equals(other.interfaceNumber);
  }

  /// Serial numbers that makers leave the same in every device tell nothing.
  private static boolean tellsApart(String serial) {
    return serial.length() >= 4
        && !PLACEHOLDERS.contains(serial)
        && serial.chars().distinct().count() > 1;
  }
}
