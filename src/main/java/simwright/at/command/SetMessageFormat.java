package simwright.at.command;

/// Chooses text or PDU for messages, +CMGF= (3GPP TS 27.005 clause 3.2.3).
public record SetMessageFormat(boolean textMode) implements Order {
  @Override
  public String text() {
    return "AT+CMGF=" + (textMode ? 1 : 0);
  }
}
