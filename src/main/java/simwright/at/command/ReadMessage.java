package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;

/// One stored message in text mode, +CMGR= (3GPP TS 27.005 clause 3.5.3).
public record ReadMessage(int index) implements ReadStored<ListMessages.Message> {
  @Override
  public String text() {
    return "AT+CMGR=" + index;
  }

  @Override
  public Optional<ListMessages.Message> parse(List<String> lines) {
    if (lines.isEmpty() || !Fields.prefix(lines.getFirst()).equals("+CMGR")) {
      return Optional.empty();
    }
    Fields fields = Fields.of(lines.getFirst());
    return Optional.of(
        new ListMessages.Message(
            index,
            fields.text(0),
            fields.text(1),
            fields.text(3),
            String.join("\n", lines.subList(1, lines.size()))));
  }
}
