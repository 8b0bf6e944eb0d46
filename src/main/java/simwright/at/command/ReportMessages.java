package simwright.at.command;

/// Asks that a new message is told by +CMTI, +CNMI=2,1 (3GPP TS 27.005 clause 3.4.1), or not.
public record ReportMessages(boolean told) implements Order {
  @Override
  public String text() {
    return told ? "AT+CNMI=2,1,0,0,0" : "AT+CNMI=0,0,0,0,0";
  }
}
