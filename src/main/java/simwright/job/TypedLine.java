package simwright.job;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.RawCommand;

/// A line as a person typed it, with the text for the prompt it may bring up ("" for none).
record TypedLine(RawCommand line, String answer) implements AtCommand<List<String>> {
  @Override
  public String text() {
    return line.text();
  }

  @Override
  public CommandClass commandClass() {
    return answer.isEmpty() ? line.commandClass() : CommandClass.MESSAGE;
  }

  @Override
  public boolean plain() {
    return line.plain();
  }

  @Override
  public List<String> prefixes() {
    return line.prefixes();
  }

  @Override
  public boolean dials() {
    return line.dials();
  }

  @Override
  public boolean abortable() {
    return line.abortable();
  }

  @Override
  public Optional<String> body() {
    return Optional.of(answer).filter(text -> !text.isEmpty());
  }

  @Override
  public Optional<List<String>> parse(List<String> lines) {
    return Optional.of(lines);
  }
}
