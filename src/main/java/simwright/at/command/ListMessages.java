package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Fields;

/// The stored messages in text mode, +CMGL (3GPP TS 27.005 clause 3.4.2): a line of facts, then the
/// text, which may have several lines.
public record ListMessages() implements ReadStored<List<ListMessages.Message>> {
  /// A stored message: its place, status (`REC UNREAD`, `STO SENT` ...), the other's number, the
  /// centre's time as printed, the text.
  public record Message(int index, String status, String number, String time, String text) {
    Message with(String line) {
      return new Message(index, status, number, time, text.isEmpty() ? line : text + "\n" + line);
    }
  }

  @Override
  public String text() {
    return "AT+CMGL=\"ALL\"";
  }

  @Override
  public Optional<List<Message>> parse(List<String> lines) {
    List<Message> messages = new ArrayList<>();
    for (String line : lines) {
      Fields fields = Fields.of(line);
      if (Fields.prefix(line).equals("+CMGL")) {
        if (fields.number(0).isEmpty()) {
          return Optional.empty();
        }
        messages.add(
            new Message(
                fields.number(0).getAsInt(), fields.text(1), fields.text(2), fields.text(4), ""));
      } else if (messages.isEmpty()) {
        return Optional.empty();
      } else {
        Message last = messages.removeLast();
        messages.add(last.with(line));
      }
    }
    return Optional.of(List.copyOf(messages));
  }
}
