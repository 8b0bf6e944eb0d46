package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.sms.Submission;

/// Sends one part of a message in PDU mode, +CMGS= (3GPP TS 27.005 clause 4.3): the digits follow
/// the prompt; the answer is the message reference, 0 to 255.
public record SendPdu(Submission.Unit unit) implements AtCommand<Integer> {
  @Override
  public String text() {
    return "AT+CMGS=" + unit.length();
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.MESSAGE;
  }

  @Override
  public Optional<String> body() {
    return Optional.of(unit.hex());
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    return Lines.fields(lines, "+CMGS").flatMap(fields -> Lines.number(fields, 0));
  }
}
