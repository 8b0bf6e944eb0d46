package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Whether packet domain events are reported, +CGEREP? (3GPP TS 27.007 clause 10.1.19): the mode.
public record ReadPacketEvents() implements AtCommand<Integer> {
  @Override
  public String text() {
    return "AT+CGEREP?";
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    return Lines.fields(lines, "+CGEREP").flatMap(fields -> Lines.number(fields, 0));
  }
}
