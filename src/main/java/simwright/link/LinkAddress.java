package simwright.link;

import java.util.Locale;

/// Where a link leads, as a URI: `serial:/dev/ttyUSB2`, `sim:ec25`, `replay:/path`,
/// `hand:my-phone`. A bare path is a serial port.
public record LinkAddress(String scheme, String path) {
  /// Reads a URI or a bare path.
  public static LinkAddress parse(String text) {
    int colon = text.indexOf(':');
    if (colon > 1 && text.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]+")) {
      return new LinkAddress(
          text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
    }
    return new LinkAddress("serial", text);
  }

  /// Whether nothing can be opened there, because a person does everything with the device.
  public boolean byHand() {
    return scheme.equals(ByHand.SCHEME);
  }

  @Override
  public String toString() {
    return scheme + ":" + path;
  }
}
