package simwright.at.command;

/// Asks for unsolicited packet domain events, +CGEREP= (3GPP TS 27.007 clause 10.1.19): mode 0
/// keeps them, 1 and 2 pass them on.
public record ReportPacketEvents(int mode) implements Order {
  @Override
  public String text() {
    return "AT+CGEREP=" + mode + ",0";
  }
}
