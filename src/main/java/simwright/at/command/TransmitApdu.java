package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Sends an APDU through a logical channel, +CGLA (3GPP TS 27.007 clause 8.43), or through the
/// basic channel, +CSIM (clause 8.17); the answer is the response in hexadecimal. Lengths count
/// characters.
public record TransmitApdu(Optional<String> handle, String apdu) implements AtCommand<String> {
  public TransmitApdu {
    if (!apdu.matches("(?:[0-9A-Fa-f]{2}){4,}")) {
      throw new IllegalArgumentException("an APDU has at least four octets");
    }
  }

  @Override
  public String text() {
    return handle.map(h -> "AT+CGLA=" + h + ",").orElse("AT+CSIM=")
        + apdu.length()
        + ",\""
        + apdu
        + "\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.APDU;
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    return Lines.fields(lines, handle.isPresent() ? "+CGLA" : "+CSIM")
        .map(fields -> fields.text(1))
        .filter(response -> response.matches("(?:[0-9A-Fa-f]{2}){2,}"));
  }
}
