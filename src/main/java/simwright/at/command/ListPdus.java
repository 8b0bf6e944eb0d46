package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.at.sms.Tpdu;

/// All stored messages in PDU mode, +CMGL=4 (3GPP TS 27.005 clause 4.1): for each a line with
/// place, status and length, then the digits. What cannot be read is left out.
public record ListPdus() implements ReadStored<List<StoredMessage>> {
  @Override
  public String text() {
    return "AT+CMGL=4";
  }

  @Override
  public Optional<List<StoredMessage>> parse(List<String> lines) {
    List<StoredMessage> messages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      Fields head = Fields.of(lines.get(i));
      boolean pair = i + 1 < lines.size() && Fields.prefix(lines.get(i)).equals("+CMGL");
      if (!pair || head.number(0).isEmpty() || head.number(1).isEmpty()) {
        return Optional.empty();
      }
      Tpdu.read(lines.get(i + 1).strip())
          .map(message ->
              new StoredMessage(head.number(0).getAsInt(), head.number(1).getAsInt(), message))
          .ifPresent(messages::add);
    }
    return Optional.of(List.copyOf(messages));
  }
}
