package simwright.link;

/// How a serial line is set: bits per second, hardware flow control, and whether DTR and RTS are
/// raised. Always 8N1.
public record LinkSettings(int baud, boolean hardwareFlow, boolean dtr, boolean rts) {
  /// 115200 bit/s, no flow control, DTR and RTS raised.
  public static final LinkSettings USUAL = new LinkSettings(115_200, false, true, true);
}
