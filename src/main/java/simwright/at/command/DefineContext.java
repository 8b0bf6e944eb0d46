package simwright.at.command;

/// Defines a packet data context, +CGDCONT= (3GPP TS 27.007 clause 10.1.1).
public record DefineContext(int cid, String type, String apn) implements Order {
  public DefineContext {
    if (type.indexOf('"') >= 0 || apn.indexOf('"') >= 0) {
      throw new IllegalArgumentException("a context's type and access point name have no quotes");
    }
  }

  @Override
  public String text() {
    return "AT+CGDCONT=" + cid + ",\"" + type + "\",\"" + apn + "\"";
  }
}
