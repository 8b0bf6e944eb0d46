package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Defines a packet data context, +CGDCONT= (3GPP TS 27.007 clause 10.1.1).
public record DefineContext(int cid, String type, String apn) implements AtCommand<Boolean> {
  public DefineContext {
    if (type.indexOf('"') >= 0 || apn.indexOf('"') >= 0) {
      throw new IllegalArgumentException("a context's type and access point name have no quotes");
    }
  }

  @Override
  public String text() {
    return "AT+CGDCONT=" + cid + ",\"" + type + "\",\"" + apn + "\"";
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
