package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.at.sms.Tpdu;

/// One stored message in PDU mode, +CMGR= (3GPP TS 27.005 clause 4.2): a line with the status and
/// the length, then the digits.
public record ReadPdu(int index) implements ReadStored<StoredMessage> {
  @Override
  public String text() {
    return "AT+CMGR=" + index;
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
