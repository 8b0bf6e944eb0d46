package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// The level of functionality, +CFUN? (3GPP TS 27.007 clause 8.2): 0 minimum, 1 full, 4 radio off;
/// others are the maker's.
public record ReadFunctionality() implements AtCommand<Integer> {
  @Override
  public String text() {
    return "AT+CFUN?";
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    return Lines.fields(lines, "+CFUN").flatMap(fields -> Lines.number(fields, 0));
  }
}
