package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// The operator in use, +COPS? (3GPP TS 27.007 clause 7.3): mode, name or number, access
/// technology.
public record ReadOperator() implements AtCommand<ReadOperator.Operator> {
  /// The operator; without a name the modem is not registered. Mode 0 is automatic, 1 manual, 2
  /// deregistered.
  public record Operator(int mode, Optional<String> name, Optional<String> technology) {}

  @Override
  public String text() {
    return "AT+COPS?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Operator> parse(List<String> lines) {
    return Lines.fields(lines, "+COPS")
        .filter(fields -> fields.number(0).isPresent())
        .map(fields ->
            new Operator(fields.number(0).getAsInt(), fields.some(2), Lines.technology(fields, 3)));
  }
}
