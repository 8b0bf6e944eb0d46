package simwright.at.command;

/// Asks for registration reports with area, cell and reject cause: `AT+CEREG=3` and its sisters
/// (3GPP TS 27.007 clause 7.2).
public record ReportCauses(String name, int n) implements Order {
  @Override
  public String text() {
    return "AT" + name + "=" + n;
  }
}
