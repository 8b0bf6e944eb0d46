package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Sends a short message in text mode, +CMGS= (3GPP TS 27.005 clause 3.5.1): the text follows the
/// prompt; the answer is the message reference, 0 to 255.
public record SendMessage(String number, String message) implements AtCommand<Integer> {
  public SendMessage {
    if (!number.matches("[+]?[0-9*#]{1,20}") || message.chars().anyMatch(c -> c == 26 || c == 27)) {
      throw new IllegalArgumentException("a number has digits, a message no control characters");
    }
  }

  @Override
  public String text() {
    return "AT+CMGS=\"" + number + "\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.MESSAGE;
  }

  @Override
  public Optional<String> body() {
    return Optional.of(message);
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    return Lines.fields(lines, "+CMGS").flatMap(fields -> Lines.number(fields, 0));
  }
}
