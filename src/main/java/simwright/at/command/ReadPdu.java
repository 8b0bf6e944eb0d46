package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.at.sms.Tpdu;

/// One stored message in PDU mode, +CMGR= (3GPP TS 27.005 clause 4.2): a line with the status and
/// the length, then the digits.
public record ReadPdu(int index) implements AtCommand<StoredMessage> {
  @Override
  public String text() {
    return "AT+CMGR=" + index;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<StoredMessage> parse(List<String> lines) {
    if (lines.size() < 2 || !Fields.prefix(lines.getFirst()).equals("+CMGR")) {
      return Optional.empty();
    }
    return Lines.number(Fields.of(lines.getFirst()), 0)
        .flatMap(status ->
            Tpdu.read(lines.get(1).strip())
                .map(message -> new StoredMessage(index, status, message)));
  }
}
